import type { ReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'
import type { Answer, FileSlice } from './answer.ts'
import type { Request, Response } from './exchange.ts'
import { abort, send } from './exchange.ts'
import type { HotFiles } from './hot-files.ts'
import { locateFile, readSlice } from './read-slice.ts'

/** Files up to this size, in bytes, are answered from memory. */
const HOT_SIZE = 1024 * 1024
/** A part up to this size, in bytes, of a larger file is read at once: cheaper than a stream. */
const SMALL_PART = 64 * 1024

/** Sends an answer. Rejects, with nothing sent, when its file cannot be read. */
export async function sendAnswer(
  request: Request,
  response: Response,
  { answer, hot }: { readonly answer: Answer; readonly hot: HotFiles },
): Promise<void> {
  const { body } = answer
  if (request.method === 'HEAD' || body === undefined) {
    send(response, answer.status, { headers: answer.headers, body: undefined })
  } else if (typeof body === 'string' || body instanceof Uint8Array)
    send(response, answer.status, { headers: answer.headers, body })
  else if (body.size <= HOT_SIZE) {
    const found = hot.get(body.key, () => readSlice({ ...body, first: 0, last: body.size - 1 }))
    const bytes = Buffer.isBuffer(found) ? found : await found
    send(response, answer.status, {
      headers: answer.headers,
      body: bytes.subarray(body.first, body.last + 1),
    })
  } else if (body.last - body.first < SMALL_PART || !sirvCanName(body)) {
    send(response, answer.status, { headers: answer.headers, body: await readSlice(body) })
  } else await sendBySirv(request, response, { answer, slice: body })
}

/** sirv takes all behind a question mark for the query, and does not decode one. */
const sirvCanName = ({ path }: FileSlice) => !/[?#]/.test(path)

/**
 * Streams a part of a file by sirv, which is told exactly which bytes: always by a Range that it understands, so
 * that a file that grew cannot send more than Content-Length says. Status and headers are the answer's.
 */
async function sendBySirv(
  request: Request,
  response: Response,
  { answer, slice }: { readonly answer: Answer; readonly slice: FileSlice },
): Promise<void> {
  await locateFile(slice)
  if (response.writableEnded || isClosed(response)) return
  // Node gives HTTP/2's pair the methods of HTTP/1.1's, and sirv uses no other.
  const [asked, sink] = [request as IncomingMessage, response as ServerResponse]
  asked.url = `/${encodeURI(slice.path)}`
  asked.headers.range = `bytes=${slice.first}-${slice.last}`
  const writeHead = sink.writeHead.bind(sink)
  sink.writeHead = () => writeHead(answer.status, { ...answer.headers })
  response.once('pipe', (source: ReadStream) => guardPipe(source, response, slice))
  // `dev`: look at the file when it is asked for, instead of reading all names of a release at its start.
  const handler = sirv(slice.dir, { dev: true, extensions: [], onNoMatch: () => abort(response) })
  handler(asked, sink)
}

/** Without it, sirv leaves the file open when the client goes away, and ends the process when the file is gone. */
function guardPipe(source: ReadStream, response: Response, slice: FileSlice): void {
  response.once('close', () => source.destroy())
  source.once('error', () => abort(response))
  source.prependOnceListener('end', () => {
    if (source.bytesRead !== slice.last - slice.first + 1) abort(response)
  })
}

const isClosed = (response: Response) =>
  'stream' in response ? response.stream.destroyed : response.destroyed
