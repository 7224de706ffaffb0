import { encodingSuffixes } from '../release/manifest.ts'
import type { Answer, FileSlice } from './answer.ts'
import { plainAnswer } from './answer.ts'
import { checkConditions, rangeHolds } from './check-conditions.ts'
import { chooseEncoding, refusesPlain } from './choose-encoding.ts'
import type { Asked } from './exchange.ts'
import { parseRange } from './parse-range.ts'
import { parseTarget } from './parse-target.ts'
import { type FileRoute, notFoundFor, type RouteTable } from './route-table.ts'

/**
 * Decides what a request to the site is answered with. Nothing is read: all that it takes stands in the table,
 * which was made from the manifest. Follows RFC 9110; where a header is not well formed, it is as if it was not there.
 */
export function answerRequest(asked: Asked, table: RouteTable): Answer {
  const { method, target } = asked
  if (method === 'OPTIONS') return { status: 204, headers: { Allow: ALLOWED }, body: undefined }
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, { Allow: ALLOWED })
  const parts = parseTarget(target)
  if (!parts) return plainAnswer(400)
  const route = table.routes.get(parts.path)
  if (route?.kind === 'file') return answerFile(asked, route)
  if (route?.kind === 'redirect') return plainAnswer(301, { Location: withQuery(route.to, parts.query) })
  return answerMissing(asked, notFoundFor(parts.path, table), route ? 410 : 404)
}

/** Puts a request's query on a redirect, unless the redirect has one of its own. */
export function withQuery(location: string, query: string): string {
  if (query === '' || location.includes('?')) return location
  const [path = '', ...fragment] = location.split('#')
  return [path + query, ...fragment].join('#')
}

const ALLOWED = 'GET, HEAD, OPTIONS'

function answerFile(asked: Asked, route: FileRoute): Answer {
  const form = chooseForm(asked, route)
  const { slice, validators } = form
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
  const range = takesRange(asked, form) ? parseRange(field(asked, 'range'), slice.size) : undefined
  if (range === 'unsatisfiable') return plainAnswer(416, { 'Content-Range': `bytes */${slice.size}` })
  if (range)
    return {
      status: 206,
      headers: {
        ...headers,
        'Content-Range': `bytes ${range.first}-${range.last}/${slice.size}`,
        'Content-Length': String(range.last - range.first + 1),
      },
      body: { ...slice, ...range },
    }
  return {
    status: 200,
    headers: { ...headers, 'Accept-Ranges': 'bytes', 'Content-Length': String(slice.size) },
    body: slice,
  }
}

/** The site's own page for addresses that are not there. Conditions and ranges are for files that are (§13.2.1). */
function answerMissing(asked: Asked, notFound: FileRoute | undefined, status: number): Answer {
  if (!notFound) return plainAnswer(status)
  const { headers, slice } = chooseForm({ ...asked, headers: withoutRange(asked.headers) }, notFound)
  return {
    status,
    headers: { ...headers, 'Cache-Control': 'no-cache', 'Content-Length': String(slice.size) },
    body: slice,
  }
}

const withoutRange = ({ range: _, ...headers }: Asked['headers']) => headers

/** The form of a file that is sent: plain or encoded, with the headers that tell so. */
type Form = {
  readonly headers: Readonly<Record<string, string>>
  readonly slice: FileSlice
  readonly validators: { readonly etag: string; readonly lastModified: number | undefined }
}

function chooseForm(asked: Asked, { dir, path, entry, lastModified }: FileRoute): Form {
  const encoding = encodingFor(asked, entry)
  const size = (encoding && entry.encodings?.[encoding]?.size) ?? entry.size
  const name = encoding ? `${entry.digest}-${encoding}` : entry.digest
  return {
    headers: {
      'Content-Type': entry.mediaType,
      ...(encoding && { 'Content-Encoding': encoding }),
      ...(entry.encodings && { Vary: 'Accept-Encoding' }),
      'X-Content-Type-Options': 'nosniff',
    },
    slice: {
      dir,
      path: encoding ? path + encodingSuffixes[encoding] : path,
      size,
      first: 0,
      last: size - 1,
      key: `${name}.${size}`,
    },
    validators: { etag: `"${name}"`, lastModified },
  }
}

/**
 * A range is of the plain bytes, which is what someone who asks for bytes 0 to 99 of a page means, unless If-Range
 * names an encoded form: then the client goes on with what it began.
 */
function encodingFor(asked: Asked, entry: FileRoute['entry']) {
  const accepted = field(asked, 'accept-encoding')
  const encoding = chooseEncoding(accepted, entry)
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
