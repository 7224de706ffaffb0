import http2 from 'node:http2'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { expect, it } from 'vitest'
import { ask1, askPlain } from './ask.ts'
import { makeSite, startServer } from './site.ts'

const film = Buffer.alloc(20_000_000, 7)
/** Fits into memory and not into a socket's buffers: the last bytes wait for the client. */
const picture = Buffer.alloc(1_000_000, 8)

const start = async () => {
  const site = await makeSite()
  await site.publish({ 'index.html': 'home', 'film.bin': film, 'picture.bin': picture })
  return startServer(site.root)
}

const closed = (socket: net.Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

it('lets downloads end, closes what is idle, takes nothing new', async () => {
  const server = await start()
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false })
  const get = (path: string) =>
    new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
      https.get({ host: '127.0.0.1', port: server.httpsPort, path, agent }, resolve).on('error', reject),
    )
  const downloads = [await get('/film.bin'), await get('/picture.bin')]
  const session = http2.connect(`https://localhost:${server.httpsPort}`, { rejectUnauthorized: false })
  const stream = session.request({ ':path': '/film.bin' })
  await new Promise((resolve) => stream.once('response', resolve))

  const idleSession = http2.connect(`https://localhost:${server.httpsPort}`, { rejectUnauthorized: false })
  await new Promise((resolve) => idleSession.once('remoteSettings', resolve))
  const goaway = new Promise((resolve) => idleSession.once('goaway', resolve))
  const silent = net.connect(server.httpPort, '127.0.0.1')
  const silentTls = net.connect(server.httpsPort, '127.0.0.1')
  const idle = tls.connect({ host: '127.0.0.1', port: server.httpsPort, rejectUnauthorized: false })
  for (const socket of [silent, silentTls, idle]) socket.on('error', () => {})
  await new Promise((resolve) => idle.once('secureConnect', resolve))
  expect((await ask1(server.httpsPort, { path: '/' })).status).toBe(200)

  let stopped = false
  const stopping = server.stop({ graceMs: 60_000 }).then(() => {
    stopped = true
  })
  await Promise.all([goaway, closed(silent), closed(silentTls), closed(idle)])
  await expect(ask1(server.httpsPort, { path: '/' })).rejects.toThrow(/ECONNREFUSED/)
  await expect(askPlain(server.httpPort, { path: '/' })).rejects.toThrow(/ECONNREFUSED/)
  expect(stopped).toBe(false)

  const bodies = await Promise.all(
    [...downloads, stream].map(async (source) => Buffer.concat((await source.toArray()) as Buffer[])),
  )
  expect(bodies.map((body) => body.length)).toEqual([film.length, picture.length, film.length])
  await stopping
  await server.stop()
  agent.destroy()
})

it('cuts off what is left after the time of grace', async () => {
  const server = await start()
  const socket = tls.connect({ host: '127.0.0.1', port: server.httpsPort, rejectUnauthorized: false })
  socket.on('error', () => {})
  socket.write('GET /film.bin HTTP/1.1\r\nHost: a\r\n\r\n')
  await new Promise((resolve) => socket.once('readable', resolve))
  const session = http2.connect(`https://localhost:${server.httpsPort}`, { rejectUnauthorized: false })
  session.on('error', () => {})
  const stream = session.request({ ':path': '/film.bin' })
  stream.on('error', () => {})
  await new Promise((resolve) => stream.once('response', resolve))
  // Neither client reads on.
  await server.stop({ graceMs: 50 })
  socket.destroy()
  session.destroy()
})
