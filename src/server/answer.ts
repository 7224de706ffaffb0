import { STATUS_CODES } from 'node:http'

/** Bytes `first` to `last`, both included, of a file that is `size` bytes long. */
export type FileSlice = {
  /** The release's folder. */
  readonly dir: string
  /** The file in it. */
  readonly path: string
  readonly size: number
  readonly first: number
  readonly last: number
  /** The same for the same bytes, in whichever release. */
  readonly key: string
}

/** What a request is answered with; it is decided in full before anything is read or sent. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Left out of the answer to HEAD by whoever sends it. */
  readonly body: string | Uint8Array | FileSlice | undefined
}

/** An answer that says its status in words and nothing else. */
export function plainAnswer(status: number, headers: Answer['headers'] = {}): Answer {
  const body = `${STATUS_CODES[status]}\n`
  return {
    status,
    headers: {
      'Content-Type': 'text/plain;charset=utf-8',
      'Content-Length': String(body.length),
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
    body,
  }
}
