import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'

/** A request as either protocol gives it. */
export type Request = IncomingMessage | Http2ServerRequest

/** The response that belongs to it. */
export type Response = ServerResponse | Http2ServerResponse

/** The part of a request on which the answer depends. `target` is the request line's, or `:path`. */
export type Asked = {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Sends a whole answer. Node types the two protocols' methods apart, hence the two branches. */
export function send(response: Response, status: number, content: Content): void {
  const headers = { ...content.headers }
  const body = content.body ?? ''
  if ('stream' in response) {
    response.writeHead(status, headers)
    response.end(body)
  } else {
    response.writeHead(status, headers)
    response.end(body)
  }
}

type Content = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

/** Cuts an answer off, so that the client sees a failure and not a short file. */
export function abort(response: Response): void {
  if ('stream' in response) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR)
  else response.destroy()
}
