import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask1, ask2, askPlain, sendRaw } from './ask.ts'
import { keepingLog, makeSite, startServer } from './site.ts'

const files = { 'index.html': 'home', 'a/index.html': 'a', 'a/b c/index.html': 'c' }

describe('plain HTTP', () => {
  it.each([
    ['/', 'https://example.org/'],
    ['/a/?q=1', 'https://example.org/a/?q=1'],
    ['/a', 'https://example.org/a/'],
    ['/a?q=1', 'https://example.org/a/?q=1'],
    ['/a/b%20c', 'https://example.org/a/b%20c/'],
    ['/old', 'https://example.org/a/'],
    ['/away/', 'https://elsewhere.example/'],
    ['/nothing/%C3%BC', 'https://example.org/nothing/%C3%BC'],
    ['//evil.example/', 'https://example.org//evil.example/'],
    ['/\\evil.example/', 'https://example.org/\\evil.example/'],
    ['/@evil.example/', 'https://example.org/@evil.example/'],
    ['/.well-known/acme-challenge', 'https://example.org/.well-known/acme-challenge'],
  ])('sends %s on to %s in one hop', async (from, to) => {
    const site = await makeSite()
    await site.publish(files, { redirects: { '/old/': '/a/', '/away/': 'https://elsewhere.example/' } })
    const { httpPort } = await startServer(site.root)
    const reply = await askPlain(httpPort, { path: from, headers: { host: 'evil.example' } })
    expect([reply.status, reply.headers.location]).toEqual([301, to])
  })

  it('keeps the method of other requests, drops the host of a target, refuses what is no target', async () => {
    const site = await makeSite()
    await site.publish(files)
    const { httpPort } = await startServer(site.root)
    expect((await askPlain(httpPort, { method: 'POST', path: '/a/' })).status).toBe(308)
    expect((await askPlain(httpPort, { path: '/%00' })).status).toBe(400)
    const raw = (line: string) =>
      sendRaw(httpPort, `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, { secure: false })
    expect(await raw('GET http://evil.example/a?x')).toContain('\r\nLocation: https://example.org/a/?x\r\n')
    expect(await raw('GET http://evil.example?x')).toContain('\r\nLocation: https://example.org/?x\r\n')
    expect(await raw('OPTIONS *')).toMatch(/^HTTP\/1\.1 405 /)
  })
})

describe('challenges', () => {
  const prefix = '/.well-known/acme-challenge/'
  const start = async (log = keepingLog()) => {
    const site = await makeSite()
    const { dir } = await site.publish(files)
    await mkdir(path.join(dir, prefix), { recursive: true })
    await writeFile(path.join(dir, prefix, 'from-disk_1'), 'from-disk_1.thumb')
    await writeFile(path.join(dir, prefix, 'long'), 'x'.repeat(5000))
    await writeFile(path.join(site.root, 'outside'), 'outside')
    await symlink(path.join(site.root, 'outside'), path.join(dir, prefix, 'link'))
    const challenge = (token: string) => (token === 'token-1' ? 'token-1.thumb' : undefined)
    return startServer(site.root, { challenge, log })
  }

  it('are answered on both ports, from memory and from the webroot', async () => {
    const { httpPort, httpsPort } = await start()
    for (const token of ['token-1', 'from-disk_1'])
      for (const [ask, port] of [
        [askPlain, httpPort],
        [ask1, httpsPort],
        [ask2, httpsPort],
      ] as const) {
        const reply = await ask(port, { path: prefix + token, headers: { accept: 'text/html' } })
        expect([reply.status, reply.body.toString()]).toEqual([200, `${token}.thumb`])
        expect(reply.headers['content-type']).toBe('text/plain;charset=utf-8')
        expect(reply.headers['cache-control']).toBe('no-store')
      }
    expect((await askPlain(httpPort, { method: 'HEAD', path: `${prefix}token-1` })).body.length).toBe(0)
  })

  it.each([
    'token-2',
    'token-1/',
    'token-1?x',
    'token-1%00',
    '',
    'TOKEN-1',
    'link',
    'long',
    '..%2findex.html',
    '<b>',
  ])('are not answered for %j, and nothing is echoed', async (token) => {
    const log = keepingLog()
    const { httpPort, httpsPort } = await start(log)
    for (const [ask, port] of [
      [askPlain, httpPort],
      [ask2, httpsPort],
    ] as const) {
      const reply = await ask(port, { path: prefix + token })
      expect([reply.status, reply.body.toString()]).toEqual([404, 'Not Found\n'])
      expect(reply.headers.location).toBeUndefined()
    }
    expect(log.lines).toEqual([])
  })
})
