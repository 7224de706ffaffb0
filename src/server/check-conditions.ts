/** What a chosen form of a file can be compared by. `lastModified` is in milliseconds, whole seconds. */
export type Validators = { readonly etag: string; readonly lastModified: number | undefined }

export type Conditions = {
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly ifModifiedSince: string | undefined
  readonly ifUnmodifiedSince: string | undefined
}

/** Weighs a GET or HEAD request's conditions in the order of RFC 9110 §13.2.2. */
export function checkConditions(
  conditions: Conditions,
  { etag, lastModified }: Validators,
): 'holds' | 'not-modified' | 'failed' {
  const { ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince } = conditions
  if (ifMatch !== undefined) {
    if (!isAny(ifMatch) && !parseTags(ifMatch).includes(etag)) return 'failed'
  } else if (isLater(lastModified, ifUnmodifiedSince)) return 'failed'

  if (ifNoneMatch !== undefined) {
    const known = isAny(ifNoneMatch) || parseTags(ifNoneMatch).some((tag) => tag.replace(/^W\//, '') === etag)
    return known ? 'not-modified' : 'holds'
  }
  return isLater(lastModified, ifModifiedSince) === false ? 'not-modified' : 'holds'
}

/** Whether a range may be sent: If-Range names these very bytes, or is not there (RFC 9110 §13.1.5). */
export function rangeHolds(ifRange: string | undefined, { etag, lastModified }: Validators): boolean {
  if (ifRange === undefined) return true
  return ifRange.includes('"') ? ifRange.trim() === etag : lastModified === parseDate(ifRange)
}

const isAny = (header: string) => header.trim() === '*'

const parseTags = (header: string): readonly string[] =>
  header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []

/** Undefined where either date is unknown, or not a date. */
function isLater(lastModified: number | undefined, header: string | undefined): boolean | undefined {
  const date = header === undefined ? undefined : parseDate(header)
  return date === undefined || lastModified === undefined ? undefined : lastModified > date
}

/** All three forms of RFC 9110 §5.6.7; the one of asctime names no zone and means GMT. */
function parseDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2,8},? [\w: -]+$/.test(text)) return undefined
  const date = Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`)
  return Number.isNaN(date) ? undefined : date
}
