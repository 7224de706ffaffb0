import type { Server } from 'node:http'
import type { Http2SecureServer, ServerHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { Server as NetServer } from 'node:net'
import type { Request, Response } from './exchange.ts'

export type Connections = {
  /** To be called for every request, before it is answered. */
  readonly opened: (request: Request, response: Response) => void
  /**
   * Takes no new connections, lets answers that are under way end, closes each connection as soon as nothing is
   * under way on it, and resolves when all are closed; after `graceMs` milliseconds the rest is cut off.
   */
  readonly close: (graceMs: number) => Promise<void>
}

/**
 * Keeps account of a listener's connections, to close them gracefully. Node's own `close()` will not do: it counts a
 * connection as idle while the last bytes of an answer still wait for a slow client, and cuts them off.
 */
export function trackConnections(server: Server | Http2SecureServer): Connections {
  /** All TCP connections; the value tells whether a TLS socket or session has taken it over. */
  const raw = new Set<Socket>()
  /** HTTP/1.1 connections, and how many answers are under way on each. */
  const underWay = new Map<Socket, number>()
  const sessions = new Set<ServerHttp2Session>()
  let closing = false

  server.on('connection', (socket: Socket) => {
    raw.add(socket)
    socket.once('close', () => raw.delete(socket))
    if (!('setSecureContext' in server)) addHttp1(socket)
  })
  server.on('secureConnection', (socket: Socket & { alpnProtocol?: string | false | null }) => {
    if (socket.alpnProtocol !== 'h2') addHttp1(socket)
  })
  server.on('session', (session: ServerHttp2Session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
    if (closing) session.close()
  })

  function addHttp1(socket: Socket): void {
    underWay.set(socket, 0)
    socket.once('close', () => underWay.delete(socket))
    if (closing) socket.destroySoon()
  }

  function opened(request: Request, response: Response): void {
    if (request.httpVersionMajor > 1) return
    const { socket } = request
    if (closing) response.setHeader('Connection', 'close')
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1
      if (underWay.has(socket)) underWay.set(socket, left)
      if (closing && left === 0) socket.destroySoon()
    })
  }

  async function close(graceMs: number): Promise<void> {
    closing = true
    const closed = new Promise<void>((resolve) => {
      NetServer.prototype.close.call(server, () => resolve())
    })
    for (const [socket, count] of underWay) if (count === 0) socket.destroySoon()
    for (const session of sessions) session.close()
    for (const socket of handshaking()) socket.destroy()
    const cutOff = setTimeout(() => {
      for (const session of sessions) session.destroy()
      for (const socket of [...underWay.keys(), ...raw]) socket.destroy()
    }, graceMs)
    await closed
    clearTimeout(cutOff)
    // Ends the timer with which Node checks its connections; there is nothing left to close.
    server.close(() => {})
  }

  /** Connections on which TLS has not come to an end. Node shows the TCP socket and the TLS socket apart. */
  function handshaking(): readonly Socket[] {
    if (!('setSecureContext' in server)) return []
    const secured = new Set([...underWay.keys(), ...[...sessions].map(({ socket }) => socket)].map(peerOf))
    return [...raw].filter((socket) => !secured.has(peerOf(socket)))
  }

  return { opened, close }
}

const peerOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>) =>
  `${remoteAddress} ${remotePort}`
