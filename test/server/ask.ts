import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'

type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export type Question = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Ask = (port: number, question: Question) => Promise<Reply>

/** The same question over plain HTTP, over HTTPS with HTTP/1.1, and with HTTP/2; each on a connection of its own. */
export const askPlain: Ask = (port, question) => askHttp1(http, port, question)
export const ask1: Ask = (port, question) => askHttp1(https, port, question)

export const ask2: Ask = (port, { method = 'GET', path, headers = {} }) =>
  new Promise((resolve, reject) => {
    const session = http2.connect(`https://localhost:${port}`, {
      rejectUnauthorized: false,
      host: '127.0.0.1',
    })
    session.on('error', reject)
    const stream = session.request({ ':method': method, ':path': path, ...headers }, { endStream: true })
    let head: http2.IncomingHttpHeaders = {}
    stream.on('response', (received) => {
      head = received
    })
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('error', reject)
    stream.on('close', () => {
      session.close()
      const { ':status': status = 0, ...rest } = head
      if (stream.rstCode !== 0) reject(new Error(`reset: ${stream.rstCode}`))
      else resolve({ status: Number(status), headers: flat(rest), body: Buffer.concat(chunks) })
    })
  })

function askHttp1(
  client: typeof http | typeof https,
  port: number,
  { method = 'GET', path, headers = {} }: Question,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = client.request(
      { host: '127.0.0.1', port, path, method, headers, agent: false, rejectUnauthorized: false },
      async (response) => {
        try {
          const chunks: Buffer[] = await response.toArray()
          const { statusCode: status = 0 } = response
          resolve({ status, headers: flat(response.headers), body: Buffer.concat(chunks) })
        } catch (error) {
          reject(error)
        }
      },
    )
    request.on('error', reject)
    request.end()
  })
}

const flat = (headers: http.IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]))

/**
 * Sends bytes as they are and gives all that comes back until the server closes the connection, which it does at once
 * where `hangUp` ends our half of it.
 */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  options: { readonly secure: boolean; readonly alpn?: string; readonly hangUp?: boolean },
): Promise<string> {
  return new Promise((resolve) => {
    const socket = options.secure
      ? tls.connect({
          port,
          host: '127.0.0.1',
          rejectUnauthorized: false,
          ALPNProtocols: [options.alpn ?? 'http/1.1'],
        })
      : net.connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on(options.secure ? 'secureConnect' : 'connect', () => {
      socket.write(bytes)
      if (options.hangUp) socket.end()
    })
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A reset is one of the ways in which a server closes.
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
}
