import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import path from 'node:path'
import tls from 'node:tls'
import { expect, it } from 'vitest'
import { swapLink } from '../../src/base/swap-link.ts'
import { ask1, ask2 } from './ask.ts'
import { makePair } from './pair.ts'
import { type Files, keepingLog, makeSite, startServer, until } from './site.ts'

/** Pages whose text tells the release, of lengths that differ, so that a mixed answer shows. */
const filesOf = (edition: number): Files => ({
  'index.html': `edition ${edition} `.repeat(200 + edition * 37),
  'same.txt': 'always the same',
  [`assets/app.${edition}.js`]: `edition ${edition}`,
  'film.bin': Buffer.alloc(1_500_000 + edition, edition),
})

it('takes up releases under load, and no answer fails or is mixed', async () => {
  const site = await makeSite()
  await site.publish(filesOf(0))
  const log = keepingLog()
  const server = await startServer(site.root, { log })
  const known = new Map<string, string>()
  for (let edition = 0; edition <= 5; edition++)
    for (const content of Object.values(filesOf(edition)))
      known.set(createHash('sha256').update(content).digest('base64url'), String(edition))
  let done = false
  let asked = 0
  const seen = new Set<string>()

  const load = async (ask: typeof ask1, file: string) => {
    while (!done) {
      const reply = await ask(server.httpsPort, { path: file })
      expect(reply.status).toBe(200)
      const digest = createHash('sha256').update(reply.body).digest('base64url')
      expect(reply.headers.etag).toBe(`"${digest}"`)
      expect(known.has(digest)).toBe(true)
      seen.add(known.get(digest) ?? '')
      asked++
    }
  }
  const loads = [load(ask1, '/'), load(ask2, '/'), load(ask1, '/film.bin'), load(ask2, '/film.bin')]
  for (let edition = 1; edition <= 5; edition++) {
    const { id } = await site.publish(filesOf(edition))
    await until(() => server.release().id === id)
    const before = asked
    await until(() => asked > before + 8)
  }
  done = true
  await Promise.all(loads)
  expect([...seen].sort()).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(log.codes).toEqual([])
})

it('keeps the fingerprinted files of the last releases answerable, and only those', async () => {
  const site = await makeSite()
  const server = await startServer((await site.publish(filesOf(0))) && site.root)
  for (let edition = 1; edition <= 4; edition++) {
    const { id } = await site.publish({ ...filesOf(edition), [`only-${edition}.txt`]: 'x' })
    await until(() => server.release().id === id)
  }
  const statuses = async (name: (edition: number) => string) =>
    Promise.all(
      [0, 1, 2, 3, 4].map(async (edition) => (await ask1(server.httpsPort, { path: name(edition) })).status),
    )
  expect(await statuses((edition) => `/assets/app.${edition}.js`)).toEqual([404, 200, 200, 200, 200])
  expect(await statuses((edition) => `/only-${edition}.txt`)).toEqual([404, 404, 404, 404, 200])
})

it('stays with the release that it has where the new one cannot be opened, and says so once', async () => {
  const site = await makeSite()
  const first = await site.publish(filesOf(0))
  const log = keepingLog()
  const server = await startServer(site.root, { log })
  await writeFile(path.join(site.root, 'releases', 'broken.json'), '{')
  await swapLink(path.join(site.root, 'public'), first.dir.replace(/[^/]+$/, 'broken'))
  await until(() => log.codes.length > 0)
  expect((await ask2(server.httpsPort, { path: '/same.txt' })).status).toBe(200)
  await rm(path.join(site.root, 'public'))
  await until(() => log.codes.length > 1)
  expect(log.codes).toEqual(['release/missing', 'release/missing'])
  expect(server.release().id).toBe(first.id)
  const next = await site.publish(filesOf(1))
  await until(() => server.release().id === next.id)
  expect((await ask2(server.httpsPort, { path: '/assets/app.1.js' })).status).toBe(200)
})

it('changes the certificate while a client downloads; a pair that does not fit is reported and left', async () => {
  const site = await makeSite()
  const film = Buffer.alloc(20_000_000, 7)
  await site.publish({ 'film.bin': film })
  const log = keepingLog()
  let use: (pair: { key: string; chain: string }) => void = () => {}
  const first = await makePair('first.test')
  const server = await startServer(site.root, {
    log,
    secure: (given) => {
      use = given
      given(first)
      return () => {}
    },
  })
  expect(await namesOf(server.httpsPort)).toContain('first.test')

  const session = http2.connect(`https://localhost:${server.httpsPort}`, { rejectUnauthorized: false })
  const stream = session.request({ ':path': '/film.bin' })
  const begun = new Promise((resolve) => stream.once('response', resolve))
  const response = await download(server.httpsPort)
  expect(response.statusCode).toBe(200)
  await begun

  use(await makePair('second.test'))
  expect(await namesOf(server.httpsPort)).toContain('second.test')
  use({ key: (await makePair()).key, chain: (await makePair()).chain })
  expect(log.codes).toEqual(['server/certificate'])
  use({ key: 'no key', chain: 'no chain' })
  expect(log.codes).toHaveLength(2)
  expect(await namesOf(server.httpsPort)).toContain('second.test')

  expect(Buffer.concat(await stream.toArray()).equals(film)).toBe(true)
  session.close()
  expect(Buffer.concat(await response.toArray()).equals(film)).toBe(true)
})

function download(port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = https.get(
      { host: '127.0.0.1', port, path: '/film.bin', agent: false, rejectUnauthorized: false },
      resolve,
    )
    request.on('error', reject)
  })
}

function namesOf(port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().subjectaltname)
      socket.destroy()
    })
    socket.on('error', reject)
  })
}
