import type { Answer, FileSlice } from './answer.ts'
import { plainAnswer } from './answer.ts'
import { checkConditions, rangeHolds } from './check-conditions.ts'
import { chooseEncoding, refusesPlain } from './choose-encoding.ts'
import type { Encoding } from './encode.ts'
import { type EncodedFiles, mayBeEncoded } from './encoded-files.ts'
import type { Asked } from './exchange.ts'
import { type ByteRange, parseRange } from './parse-range.ts'
import { parseTarget } from './parse-target.ts'
import { type FileRoute, notFoundFor, type RouteTable } from './route-table.ts'

/**
 * Decides what a request to the site is answered with, at once unless an encoded form must be made for it: all else that
 * it takes stands in the table, which was made from the manifest. Follows RFC 9110; where a header is not well formed,
 * it is as if it was not there.
 */
export function answerRequest(
  asked: Asked,
  table: RouteTable,
  encoded: EncodedFiles,
): Answer | Promise<Answer> {
  const { method, target } = asked
  if (method === 'OPTIONS') return { status: 204, headers: { Allow: ALLOWED }, body: undefined }
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, { Allow: ALLOWED })
  const parts = parseTarget(target)
  if (!parts) return plainAnswer(400)
  const route = table.routes.get(parts.path)
  if (route?.kind === 'file')
    return afterForm(chooseForm(asked, route, encoded), (form) => answerFile(asked, route, form))
  if (route?.kind === 'redirect') return plainAnswer(301, { Location: withQuery(route.to, parts.query) })
  const status = route ? 410 : 404
  const notFound = notFoundFor(parts.path, table)
  if (!notFound) return plainAnswer(status)
  // Conditions and ranges are for files that are there (RFC 9110 §13.2.1).
  const form = chooseForm({ ...asked, headers: withoutRange(asked.headers) }, notFound, encoded)
  return afterForm(form, (form) => answerMissing(form, status))
}

/** Puts a request's query on a redirect, unless the redirect has one of its own. */
export function withQuery(location: string, query: string): string {
  if (query === '' || location.includes('?')) return location
  const [path = '', ...fragment] = location.split('#')
  return [path + query, ...fragment].join('#')
}

const ALLOWED = 'GET, HEAD, OPTIONS'

function afterForm(form: Form | Promise<Form>, answer: (form: Form) => Answer): Answer | Promise<Answer> {
  return 'size' in form ? answer(form) : form.then(answer)
}

function answerFile(asked: Asked, route: FileRoute, form: Form): Answer {
  const { size, validators } = form
  const verdict = checkConditions(
    {
      ifMatch: field(asked, 'if-match'),
      ifNoneMatch: field(asked, 'if-none-match'),
      ifModifiedSince: field(asked, 'if-modified-since'),
      ifUnmodifiedSince: field(asked, 'if-unmodified-since'),
    },
    validators,
  )
  if (verdict === 'failed') return plainAnswer(412)
  const headers: Answer['headers'] = {
    ...form.headers,
    ...validatorHeaders(form),
    'Cache-Control': lifetime(route),
  }
  // RFC 9110 §15.4.5: what a cache needs to go on with what it has, and no more.
  if (verdict === 'not-modified') {
    const { 'Content-Type': _type, 'Content-Encoding': _encoding, 'Last-Modified': _date, ...kept } = headers
    return { status: 304, headers: kept, body: undefined }
  }
  const range = takesRange(asked, form) ? parseRange(field(asked, 'range'), size) : undefined
  if (range === 'unsatisfiable') return plainAnswer(416, { 'Content-Range': `bytes */${size}` })
  if (range)
    return {
      status: 206,
      headers: {
        ...headers,
        'Content-Range': `bytes ${range.first}-${range.last}/${size}`,
        'Content-Length': String(range.last - range.first + 1),
      },
      body: form.part(range),
    }
  return {
    status: 200,
    headers: { ...headers, 'Accept-Ranges': 'bytes', 'Content-Length': String(size) },
    body: form.part({ first: 0, last: size - 1 }),
  }
}

/** The site's own page for addresses that are not there. */
function answerMissing({ headers, size, part }: Form, status: number): Answer {
  return {
    status,
    headers: { ...headers, 'Cache-Control': 'no-cache', 'Content-Length': String(size) },
    body: part({ first: 0, last: size - 1 }),
  }
}

const withoutRange = ({ range: _, ...headers }: Asked['headers']) => headers

/** The form of a file that is sent: plain or encoded, with the headers that tell so. */
type Form = {
  readonly headers: Readonly<Record<string, string>>
  /** Bytes. */
  readonly size: number
  readonly part: (range: ByteRange) => FileSlice | Uint8Array
  readonly validators: { readonly etag: string; readonly lastModified: number | undefined }
}

function chooseForm(asked: Asked, route: FileRoute, encoded: EncodedFiles): Form | Promise<Form> {
  const encoding = encodingFor(asked, route.entry)
  if (!encoding) return plainForm(route)
  const found = encoded(route, encoding)
  const formOf = (bytes: Buffer | undefined) =>
    bytes ? encodedForm(route, encoding, bytes) : plainForm(route)
  return found instanceof Promise ? found.then(formOf) : formOf(found)
}

function plainForm({ dir, path, entry, lastModified }: FileRoute): Form {
  const { digest, size } = entry
  return {
    headers: headersOf(entry),
    size,
    part: (range) => ({ dir, path, size, ...range, key: `${digest}.${size}` }),
    validators: { etag: `"${digest}"`, lastModified },
  }
}

function encodedForm({ entry, lastModified }: FileRoute, encoding: Encoding, bytes: Buffer): Form {
  return {
    headers: { ...headersOf(entry), 'Content-Encoding': encoding },
    size: bytes.length,
    part: ({ first, last }) => bytes.subarray(first, last + 1),
    validators: { etag: `"${entry.digest}-${encoding}"`, lastModified },
  }
}

const headersOf = (entry: FileRoute['entry']) => ({
  'Content-Type': entry.mediaType,
  ...(mayBeEncoded(entry) && { Vary: 'Accept-Encoding' }),
  'X-Content-Type-Options': 'nosniff',
})

/**
 * A range is of the plain bytes, which is what someone who asks for bytes 0 to 99 of a page means, unless If-Range
 * names an encoded form: then the client goes on with what it began.
 */
function encodingFor(asked: Asked, entry: FileRoute['entry']): Encoding | undefined {
  if (!mayBeEncoded(entry)) return undefined
  const accepted = field(asked, 'accept-encoding')
  const encoding = chooseEncoding(accepted)
  if (!encoding || asked.method !== 'GET' || refusesPlain(accepted)) return encoding
  const wantsPart = parseRange(field(asked, 'range'), entry.size) !== undefined
  const ifRange = field(asked, 'if-range')
  const ofPlain = !ifRange?.includes('"') || ifRange.trim() === `"${entry.digest}"`
  return wantsPart && ofPlain ? undefined : encoding
}

function takesRange(asked: Asked, { headers, validators }: Form): boolean {
  const ifRange = field(asked, 'if-range')
  if (asked.method !== 'GET' || !rangeHolds(ifRange, validators)) return false
  return headers['Content-Encoding'] === undefined || ifRange?.trim() === validators.etag
}

function validatorHeaders({ validators: { etag, lastModified } }: Form) {
  return {
    ETag: etag,
    ...(lastModified !== undefined && { 'Last-Modified': new Date(lastModified).toUTCString() }),
  }
}

const lifetime = ({ entry }: FileRoute) =>
  entry.immutable ? 'public, max-age=31536000, immutable' : 'no-cache'

function field({ headers }: Asked, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'object' ? value.join(', ') : value
}
