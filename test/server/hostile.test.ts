import { readdir, readlink, rename, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises'
import http2 from 'node:http2'
import path from 'node:path'
import tls from 'node:tls'
import { describe, expect, it } from 'vitest'
import { ask1, ask2, askPlain, sendRaw } from './ask.ts'
import { keepingLog, makeSite, startServer, until } from './site.ts'

const film = Buffer.alloc(3_000_000, 7)

describe('files that change under the server', () => {
  it.each([
    ['a large file that is gone', 'film.bin', unlink],
    ['a small file that is gone', 'page.html', unlink],
    ['a large file that was cut', 'film.bin', (file: string) => truncate(file, 100)],
    ['a small file that was cut', 'page.html', (file: string) => truncate(file, 1)],
    ['a large file that grew', 'film.bin', (file: string) => writeFile(file, 'more', { flag: 'a' })],
    [
      'a link that leads out',
      'page.html',
      async (file: string) => {
        const outside = path.join(path.dirname(file), '..', '..', 'outside.html')
        await rename(file, outside)
        await symlink(outside, file)
      },
    ],
  ])('%s: 500 that tells nothing, a report, and the server goes on', async (_, name, harm) => {
    const site = await makeSite()
    const { dir } = await site.publish({ 'index.html': 'home', 'film.bin': film, 'page.html': 'page' })
    const log = keepingLog()
    const server = await startServer(site.root, { log })
    await harm(path.join(dir, name))
    for (const ask of [ask1, ask2]) {
      const reply = await ask(server.httpsPort, { path: `/${name}` })
      expect([reply.status, reply.body.toString()]).toEqual([500, 'Internal Server Error\n'])
      expect(reply.headers.etag).toBeUndefined()
      expect((await ask(server.httpsPort, { path: '/' })).body.toString()).toBe('home')
    }
    expect(log.codes).toEqual(['release/damaged', 'release/damaged'])
  })

  it('a file that is cut while it is sent ends in an aborted answer, not in a short one', async () => {
    const site = await makeSite()
    const { dir } = await site.publish({ 'film.bin': Buffer.alloc(40_000_000, 7) })
    const server = await startServer(site.root)
    const session = http2.connect(`https://localhost:${server.httpsPort}`, { rejectUnauthorized: false })
    const stream = session.request({ ':path': '/film.bin' })
    await new Promise((resolve) => stream.once('response', resolve))
    await truncate(path.join(dir, 'film.bin'), 10)
    await expect(stream.toArray().then(({ length }) => length)).rejects.toThrow()
    session.destroy()
  })
})

it('an aborted download gives its descriptor back, on both protocols', async () => {
  const site = await makeSite()
  const { dir } = await site.publish({ 'film.bin': Buffer.alloc(20_000_000, 7) })
  const server = await startServer(site.root)
  const holdsFilm = async () => {
    const links = await Promise.all(
      (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => undefined)),
    )
    return links.filter((target) => target === path.join(dir, 'film.bin')).length
  }
  const socket = tls.connect({ host: '127.0.0.1', port: server.httpsPort, rejectUnauthorized: false })
  socket.write('GET /film.bin HTTP/1.1\r\nHost: a\r\n\r\n')
  await new Promise((resolve) => socket.once('readable', resolve))
  const session = http2.connect(`https://localhost:${server.httpsPort}`, { rejectUnauthorized: false })
  session.on('error', () => {})
  const reset = session.request({ ':path': '/film.bin' })
  const cut = session.request({ ':path': '/film.bin' })
  for (const stream of [reset, cut]) stream.on('error', () => {})
  await Promise.all([reset, cut].map((stream) => new Promise((resolve) => stream.once('response', resolve))))
  expect(await holdsFilm()).toBe(3)
  socket.destroy()
  reset.close(http2.constants.NGHTTP2_CANCEL)
  await until(async () => (await holdsFilm()) === 1)
  session.destroy()
  await until(async () => (await holdsFilm()) === 0)
})

describe('bytes that are no request', () => {
  const junk = [
    'nonsense\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    'GET / HTTP/1.1\r\nHost: a\r\nA\0b: c\r\n\r\n',
    'GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET /é HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET # HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET /#x HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET http:///etc HTTP/1.1\r\nHost: a\r\n\r\n',
    'CONNECT example.com:443 HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    '\x16\x03\x01\x00\xff',
    '',
  ]

  it('end no process and tell nothing of the inside', async () => {
    const site = await makeSite()
    await site.publish({ 'index.html': 'home' })
    const log = keepingLog()
    const server = await startServer(site.root, { log })
    for (const bytes of [...junk, ...junkBytes(60)])
      for (const [port, options] of [
        [server.httpPort, { secure: false }],
        [server.httpsPort, { secure: false }],
        [server.httpsPort, { secure: true }],
        [server.httpsPort, { secure: true, alpn: 'h2' }],
      ] as const) {
        const reply = await sendRaw(port, Buffer.from(bytes, 'latin1'), { ...options, hangUp: true })
        expect(reply).not.toMatch(/node_modules|\.[jt]s:\d|Error:|\/releases\//)
      }
    for (const ask of [ask1, ask2]) expect((await ask(server.httpsPort, { path: '/' })).status).toBe(200)
    expect((await askPlain(server.httpPort, { path: '/' })).status).toBe(301)
    expect(log.lines).toEqual([])
  })

  it('are answered right where they are a request of a kind', async () => {
    const site = await makeSite()
    await site.publish({ 'index.html': 'home' })
    const server = await startServer(site.root)
    const status = async (head: string) => {
      const reply = await sendRaw(server.httpsPort, `${head}\r\nConnection: close\r\n\r\n`, { secure: true })
      return Number(reply.split(' ')[1])
    }
    expect(await status('GET / HTTP/1.1')).toBe(400)
    expect(await status('GET / HTTP/1.0')).toBe(200)
    expect(await status('GET http://other.example/ HTTP/1.1\r\nHost: a')).toBe(200)
    expect(await status('GET /#x HTTP/1.1\r\nHost: a')).toBe(400)
    expect(await status('GET ftp://a/ HTTP/1.1\r\nHost: a')).toBe(400)
    expect(await status('OPTIONS * HTTP/1.1\r\nHost: a')).toBe(204)
    expect(await status(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}`)).toBe(431)
    expect(await status('GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\nRange: bytes=2-3')).toBe(200)
  })
})

/** The same junk in every run: xorshift with a fixed seed. */
function junkBytes(count: number): readonly string[] {
  let state = 20261124
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return Array.from({ length: count }, (_, index) => {
    const bytes = Array.from({ length: next() % 400 }, () => String.fromCharCode(next() % 256)).join('')
    return index % 2 === 0 ? bytes : `GET /${bytes.replaceAll(/[\r\n ]/g, '')} HTTP/1.1\r\nHost: a\r\n\r\n`
  })
}

it('goes on where the folder of its release is removed', async () => {
  const site = await makeSite()
  const { dir } = await site.publish({ 'index.html': 'home', 'film.bin': film })
  const server = await startServer(site.root)
  expect((await ask1(server.httpsPort, { path: '/' })).status).toBe(200)
  await rm(dir, { recursive: true })
  expect((await ask1(server.httpsPort, { path: '/' })).body.toString()).toBe('home')
  expect((await ask2(server.httpsPort, { path: '/film.bin' })).status).toBe(500)
})
