import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askOutside } from '../../src/cli/check/ask-outside.ts'

type Seen = { readonly method: string; readonly path: string; readonly agent: string; readonly at: number }

const seen: Seen[] = []
let atWork = 0
let most = 0
const server = http.createServer(async (request, response) => {
  const path = request.url ?? ''
  seen.push({
    method: request.method ?? '',
    path,
    agent: request.headers['user-agent'] ?? '',
    at: performance.now(),
  })
  most = Math.max(most, ++atWork)
  await new Promise((resolve) => setTimeout(resolve, 20))
  atWork--
  if (path === '/hangs') return
  if (path === '/no-head' && request.method === 'HEAD') response.statusCode = 405
  else if (path === '/busy-once' && seen.filter((each) => each.path === path).length === 1) {
    response.statusCode = 429
    response.setHeader('retry-after', '0')
  } else if (path === '/enough') {
    response.statusCode = 429
  } else if (path === '/circle') {
    response.statusCode = 302
    response.setHeader('location', '/circle')
  } else if (path === '/moved') {
    response.statusCode = 301
    response.setHeader('location', '/ok')
  } else response.statusCode = statuses[path] ?? 200
  response.end('x')
})
const statuses: Readonly<Record<string, number>> = {
  '/gone': 410,
  '/missing': 404,
  '/secret': 403,
  '/broken': 500,
}

let base: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const options = { userAgent: 'Inkseal/test', interval: 5, timeout: 1000, step: () => {} }

async function told(...paths: readonly string[]) {
  seen.length = 0
  most = 0
  const links = paths.map((path, index) => ({
    url: base + path,
    place: { path: 'content/a.md', line: index + 1, column: 1 },
  }))
  return (await askOutside(links, options)).map(({ severity, message, place }) => [
    severity,
    message.replace(base, ''),
    place?.line,
  ])
}

test.each(['/ok', '/no-head', '/busy-once', '/moved', '/ok#fragment'])('%s works', async (path) => {
  expect(await told(path)).toEqual([])
  expect(seen.every(({ agent }) => agent === 'Inkseal/test')).toBe(true)
})

test.each([
  ['/missing', 'error', 'Cannot reach /missing: it answers 404'],
  ['/gone', 'error', 'Cannot reach /gone: it answers 410'],
  ['/secret', 'warning', 'Cannot tell whether there is /secret: it answers 403'],
  ['/broken', 'warning', 'Cannot tell whether there is /broken: it answers 500'],
  ['/hangs', 'warning', 'Cannot tell whether there is /hangs: it takes too long to answer'],
])('%s is told', async (path, severity, message) => {
  expect(await told(path)).toEqual([[severity, message, 1]])
})

test('a host is asked one thing at a time, and an address once', async () => {
  expect(await told('/a', '/b', '/a#x', '/c', '/missing', '/missing#y')).toEqual([
    ['error', 'Cannot reach /missing: it answers 404', 5],
    ['error', 'Cannot reach /missing: it answers 404', 6],
  ])
  expect(most).toBe(1)
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'HEAD /a',
    'HEAD /b',
    'HEAD /c',
    'HEAD /missing',
    'GET /missing',
  ])
})

test('nobody listening is dead', async () => {
  const closed = http.createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const [diagnostic] = await askOutside([{ url: `http://127.0.0.1:${port}/`, place: undefined }], options)
  expect(diagnostic).toMatchObject({
    severity: 'error',
    message: expect.stringContaining('nobody listens there'),
  })
})

test('who has had enough questions, or leads in a circle, is asked no more', async () => {
  expect(await told('/enough')).toEqual([
    ['warning', 'Cannot tell whether there is /enough: it answers 429', 1],
  ])
  expect(seen).toHaveLength(1)
  expect(await told('/circle')).toEqual([['error', 'Cannot reach /circle: it leads on more than 5 times', 1]])
  expect(seen).toHaveLength(6)
})
