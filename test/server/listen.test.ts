import net from 'node:net'
import { expect, it } from 'vitest'
import { SiteError } from '../../src/base/site-error.ts'
import { publishedReleases } from '../../src/server/release-source.ts'
import { serve } from '../../src/server/serve.ts'
import { ask2, askPlain } from './ask.ts'
import { makePair } from './pair.ts'
import { keepingLog, makeSite, startServer } from './site.ts'

const failure = async (work: Promise<unknown>): Promise<SiteError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof SiteError) return error
  throw new Error('it did not fail as a SiteError', { cause: error })
}

it('listens on IPv4 and IPv6 where no host is given', async () => {
  const site = await makeSite()
  await site.publish({ 'index.html': 'home' })
  const server = await serve({
    releases: publishedReleases(site.root),
    origin: 'https://example.org',
    httpPort: 0,
    httpsPort: 0,
    secure: () => () => {},
    log: keepingLog(),
  })
  try {
    for (const host of ['127.0.0.1', '::1'])
      await new Promise<void>((resolve, reject) => {
        const socket = net.connect(server.httpPort, host, () => {
          socket.destroy()
          resolve()
        })
        socket.on('error', reject)
      })
  } finally {
    await server.stop()
  }
})

it('says which port is taken and how to find by whom, and leaves neither port open', async () => {
  const site = await makeSite()
  await site.publish({ 'index.html': 'home' })
  const other = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const free = await startServer(site.root)
  await free.stop()
  let unsubscribed = 0
  const secure = () => () => {
    unsubscribed++
  }
  const error = await failure(startServer(site.root, { httpPort: free.httpPort, httpsPort: taken, secure }))
  other.close()
  expect(error.code).toBe('server/port-in-use')
  expect(error.message).toBe(`Cannot listen on port ${taken} of 127.0.0.1: another program does so already`)
  expect(error.hint).toContain('--https-port')
  expect(unsubscribed).toBe(1)
  await expect(askPlain(free.httpPort, { path: '/' })).rejects.toThrow(/ECONNREFUSED/)
})

it('tells a host that is none of this machine apart', async () => {
  const site = await makeSite()
  await site.publish({ 'index.html': 'home' })
  const error = await failure(startServer(site.root, { host: '203.0.113.1' }))
  expect(error.code).toBe('server/listen')
})

it('does not start without a release', async () => {
  const site = await makeSite()
  expect((await failure(startServer(site.root))).code).toBe('release/missing')
})

it('listens before there is a certificate, and serves as soon as there is one', async () => {
  const site = await makeSite()
  await site.publish({ 'index.html': 'home' })
  const log = keepingLog()
  let use: (pair: { key: string; chain: string }) => void = () => {}
  const server = await startServer(site.root, {
    log,
    secure: (given) => {
      use = given
      return () => {}
    },
  })
  await expect(ask2(server.httpsPort, { path: '/' })).rejects.toThrow()
  expect((await askPlain(server.httpPort, { path: '/' })).status).toBe(301)
  use(await makePair())
  expect((await ask2(server.httpsPort, { path: '/' })).status).toBe(200)
  expect(log.lines).toEqual([])
})
