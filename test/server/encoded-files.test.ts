import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { createEncodedFiles, mayBeEncoded } from '../../src/server/encoded-files.ts'
import { createHotFiles } from '../../src/server/hot-files.ts'
import type { FileRoute } from '../../src/server/route-table.ts'
import { ask1 } from './ask.ts'
import { keepingLog, makeSite, startServer } from './site.ts'

async function setUp(bytes: Buffer) {
  const dir = await mkdtemp(path.join(tmpdir(), 'inkseal-encoded-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  await writeFile(path.join(dir, 'a.txt'), bytes)
  const digest = createHash('sha256').update(bytes).digest('base64url')
  const entry = { mediaType: 'text/plain;charset=utf-8', size: bytes.length, digest }
  const route: FileRoute = { kind: 'file', dir, path: 'a.txt', entry, lastModified: undefined }
  return {
    encoded: createEncodedFiles(createHotFiles(1_000_000)),
    route,
    remove: () => rm(path.join(dir, 'a.txt')),
  }
}

it('makes a form once for all who ask meanwhile, and has it at once from then on', async () => {
  const text = Buffer.from('ink '.repeat(1000))
  const { encoded, route, remove } = await setUp(text)
  const [one, two] = await Promise.all([encoded(route, 'br'), encoded(route, 'br')])
  expect(two).toBe(one)
  expect(brotliDecompressSync(one ?? '')).toEqual(text)
  expect(gunzipSync((await encoded(route, 'gzip')) ?? '')).toEqual(text)
  await remove()
  expect(encoded(route, 'br')).toBe(one)
})

it('keeps in mind that a form is not smaller', async () => {
  const { encoded, route, remove } = await setUp(randomBytes(2000))
  expect(await encoded(route, 'br')).toBeUndefined()
  await remove()
  expect(encoded(route, 'br')).toBeUndefined()
})

it('rejects where the file is gone, and tries again', async () => {
  const { encoded, route, remove } = await setUp(Buffer.from('ink '.repeat(1000)))
  await remove()
  await expect(encoded(route, 'br')).rejects.toMatchObject({ code: 'release/damaged' })
  await expect(encoded(route, 'br')).rejects.toMatchObject({ code: 'release/damaged' })
})

it.each([
  ['text/html;charset=utf-8', 859, false],
  ['text/html;charset=utf-8', 860, true],
  ['application/json;charset=utf-8', 16 * 1024 * 1024, true],
  ['application/json;charset=utf-8', 16 * 1024 * 1024 + 1, false],
  ['image/png', 5000, false],
])('%s of %i bytes may be encoded: %s', (mediaType, size, expected) => {
  expect(mayBeEncoded({ mediaType, size, digest: 'x' })).toBe(expected)
})

it('serves texts of more than a megabyte encoded, and what does not get smaller plain', async () => {
  const site = await makeSite()
  const large = JSON.stringify(Array.from({ length: 100_000 }, (_, index) => ({ index, title: 'ink' })))
  const noise = randomBytes(2000)
  await site.publish({ 'large.json': large, 'noise.txt': noise })
  const log = keepingLog()
  const server = await startServer(site.root, { log })
  for (const method of ['GET', 'HEAD']) {
    const ask = (file: string) =>
      ask1(server.httpsPort, { method, path: file, headers: { 'accept-encoding': 'br' } })
    const json = await ask('/large.json')
    expect(json.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(Number(json.headers['content-length'])).toBeLessThan(large.length / 5)
    const text = await ask('/noise.txt')
    expect(text.headers['content-encoding']).toBeUndefined()
    expect(text.headers).toMatchObject({ vary: 'Accept-Encoding', 'content-length': '2000' })
    if (method === 'HEAD') continue
    expect(brotliDecompressSync(json.body).toString()).toBe(large)
    expect(text.body).toEqual(noise)
  }
  expect(log.codes).toEqual([])
})
