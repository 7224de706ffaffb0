import { createHash } from 'node:crypto'
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Artifact } from '../../src/release/artifact.ts'
import { beginRelease, type ReleaseFacts } from '../../src/release/begin-release.ts'
import { mediaTypeOf } from '../../src/release/media-type.ts'
import { openRelease } from '../../src/release/open-release.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-release-'))
})
afterEach(() => rm(root, { recursive: true }))

const artifact = (name: string, text: string): Artifact => ({
  path: name,
  bytes: Buffer.from(text),
  mediaType: mediaTypeOf(name),
  digest: createHash('sha256').update(text).digest('base64url'),
  immutable: false,
})

const facts = (inputs: string): ReleaseFacts => ({
  generator: '0',
  inputs,
  counts: { pages: 1, posts: 0, tags: 0, leftOut: { drafts: 0, future: 0, expired: 0 } },
  warnings: [],
  redirects: {},
  gone: [],
  schedule: [],
})

let second = 0
async function release(files: Record<string, string>, inputs = 'a') {
  const draft = await beginRelease({ root, clock: () => Date.UTC(2026, 10, 24, 9, 0, second++) })
  await Promise.all(Object.entries(files).map(([name, text]) => draft.add(artifact(name, text))))
  return draft.finish(facts(inputs))
}

test('a release is a folder, a manifest beside it, and the link', async () => {
  const { release: made, changed } = await release({ 'index.html': '<p>one', 'a/b.txt': 'b' })
  expect(changed).toBe(true)
  expect(await readlink(path.join(root, 'public'))).toBe(`releases/${made.id}`)
  expect(await readFile(path.join(root, 'public/a/b.txt'), 'utf8')).toBe('b')
  expect(await openRelease(root)).toEqual({ ...made, dir: made.dir })
  expect(Object.keys(made.manifest.files)).toEqual(['a/b.txt', 'index.html'])
})

test('text is kept compressed beside its plain form, where that is smaller', async () => {
  const long = 'ink '.repeat(1000)
  const { release: made } = await release({ 'a.html': long, 'b.html': 'short', 'c.png': long })
  expect(brotliDecompressSync(await readFile(path.join(made.dir, 'a.html.br'))).toString()).toBe(long)
  expect(made.manifest.files['a.html']?.encodings).toEqual({
    br: { size: (await stat(path.join(made.dir, 'a.html.br'))).size },
    gzip: { size: (await stat(path.join(made.dir, 'a.html.gz'))).size },
  })
  expect(made.manifest.files['b.html']?.encodings).toBeUndefined()
  expect(made.manifest.files['c.png']?.encodings).toBeUndefined()
})

test('what did not change is linked from the release before, and what did is not', async () => {
  const long = 'ink '.repeat(1000)
  const first = await release({ 'same.html': long, 'other.html': '1' })
  const next = await release({ 'same.html': long, 'other.html': '2' })
  const inode = async (dir: string, name: string) => (await stat(path.join(dir, name))).ino
  for (const name of ['same.html', 'same.html.br', 'same.html.gz']) {
    expect(await inode(next.release.dir, name)).toBe(await inode(first.release.dir, name))
  }
  expect(await inode(next.release.dir, 'other.html')).not.toBe(await inode(first.release.dir, 'other.html'))
})

test('a published file that was edited by hand is not carried over', async () => {
  const first = await release({ 'a.html': 'right', 'b.html': '1' })
  const later = new Date(Date.now() + 5_000)
  await writeFile(path.join(first.release.dir, 'a.html'), 'wrong')
  const { utimes } = await import('node:fs/promises')
  await utimes(path.join(first.release.dir, 'a.html'), later, later)
  const next = await release({ 'a.html': 'right', 'b.html': '2' })
  expect(await readFile(path.join(next.release.dir, 'a.html'), 'utf8')).toBe('right')
})

test('a build that gives the same files leaves the release as it is and notes its inputs', async () => {
  const first = await release({ 'a.html': '1' }, 'old')
  const next = await release({ 'a.html': '1' }, 'new')
  expect(next.changed).toBe(false)
  expect(next.release.id).toBe(first.release.id)
  const opened = await openRelease(root)
  expect(opened.manifest.inputs).toBe('new')
  expect(opened.manifest.builtAt).toBe(first.release.manifest.builtAt)
  expect(await readdir(path.join(root, 'releases'))).toEqual([first.release.id, `${first.release.id}.json`])
})

const many = (text: string) =>
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`p${index}/index.html`, text.repeat(300)]))

test('of many files, those that another thread writes are as the first ones', async () => {
  const first = await release({ ...many('ink '), 'a.html': '1' })
  const { files } = first.release.manifest
  for (const name of ['p0/index.html', 'p499/index.html']) {
    expect(await readFile(path.join(first.release.dir, name), 'utf8')).toBe('ink '.repeat(300))
    expect(files[name]).toEqual(files['p1/index.html'])
    expect(files[name]?.encodings?.br?.size).toBe(
      (await stat(path.join(first.release.dir, `${name}.br`))).size,
    )
  }
  const next = await release({ ...many('ink '), 'a.html': '2' })
  const inode = async (dir: string) => (await stat(path.join(dir, 'p499/index.html.gz'))).ino
  expect(await inode(next.release.dir)).toBe(await inode(first.release.dir))
})

test('what keeps the other thread from writing a file is told as it was, and the release can be abandoned', async () => {
  const draft = await beginRelease({ root, clock: () => Date.UTC(2027, 2) })
  await Promise.all(Object.entries(many('ink ')).map(([name, text]) => draft.add(artifact(name, text))))
  const adding = draft.add(artifact('p499/index.html/index.html', 'below a file'))
  await expect(adding).rejects.toMatchObject({ code: 'EEXIST', syscall: 'mkdir' })
  await draft.abandon()
  expect(await readdir(path.join(root, 'releases'))).toEqual([])
})

test('an abandoned release leaves no trace', async () => {
  const { release: made } = await release({ 'a.html': '1' })
  const draft = await beginRelease({ root, clock: () => Date.UTC(2027, 1) })
  await draft.add(artifact('a.html', '2'))
  await draft.abandon()
  expect(await readdir(path.join(root, 'releases'))).toEqual([made.id, `${made.id}.json`])
  expect(await readFile(path.join(root, 'public/a.html'), 'utf8')).toBe('1')
})

test('what a killed build left is removed by the next one', async () => {
  await release({ 'a.html': '1' })
  await mkdir(path.join(root, 'releases/20200101-000000/deep'), { recursive: true })
  await writeFile(path.join(root, 'releases/20200101-000000/deep/x'), 'x')
  await writeFile(path.join(root, 'releases/.20200101-000000.json.0123456789ab'), '{')
  await writeFile(path.join(root, 'public.0123456789ab'), '')
  const { release: made } = await release({ 'a.html': '2' })
  expect((await readdir(path.join(root, 'releases'))).some((name) => name.includes('20200101'))).toBe(false)
  expect(await readdir(root)).toEqual(['public', 'releases'])
  expect((await openRelease(root)).id).toBe(made.id)
})

test('the newest five releases stay', async () => {
  const ids: string[] = []
  for (let count = 0; count < 7; count++) ids.push((await release({ 'a.html': String(count) })).release.id)
  const left = (await readdir(path.join(root, 'releases'))).filter((name) => !name.endsWith('.json'))
  expect(left).toEqual(ids.slice(-5))
})

test('two files of one name are told', async () => {
  const draft = await beginRelease({ root, clock: Date.now })
  await draft.add(artifact('a.html', '1'))
  await expect(draft.add(artifact('a.html', '2'))).rejects.toThrow('two files are named a.html')
})

test('opening what is not there, or damaged, says so', async () => {
  await expect(openRelease(root)).rejects.toMatchObject({ code: 'release/missing' })
  const { release: made } = await release({ 'a.html': '1' })
  await appendFile(path.join(root, 'releases', `${made.id}.json`), '}')
  await expect(openRelease(root)).rejects.toMatchObject({ code: 'release/damaged' })
})

test.each([
  '../a.html',
  '/a.html',
  'a/../b.html',
  'a//b.html',
  './a.html',
  'a/',
  '',
  '..',
  'a/..\\b',
  'a\0b',
])('%j is no place to publish at, and nothing is written', async (name) => {
  const draft = await beginRelease({ root, clock: Date.now })
  await expect(draft.add(artifact(name, 'x'))).rejects.toMatchObject({ code: 'release/write' })
  await draft.abandon()
  expect(await readdir(root)).toEqual(['releases'])
  expect(await readdir(path.join(root, 'releases'))).toEqual([])
})

test('a file that is named as the compressed form of another keeps its bytes', async () => {
  const long = 'ink '.repeat(1000)
  const make = async (text: string) => {
    const reserved = new Set(['data.csv.gz'])
    const draft = await beginRelease({ root, clock: () => Date.UTC(2026, 0, 1, 0, 0, second++), reserved })
    await draft.add(artifact('data.csv', long))
    await draft.add(artifact('data.csv.gz', text))
    return draft.finish(facts('x'))
  }
  for (const text of ['one', 'two', 'two']) {
    const { release: made } = await make(text)
    expect(await readFile(path.join(made.dir, 'data.csv.gz'), 'utf8')).toBe(text)
    expect(made.manifest.files['data.csv']?.encodings).toEqual({ br: { size: expect.any(Number) } })
  }
  // Without it, what did not change is linked as it was.
  const { release: made } = await release({ 'data.csv': long })
  expect(Object.keys(made.manifest.files['data.csv']?.encodings ?? {})).toEqual(['br'])
})

test('a real folder named public is never removed', async () => {
  await mkdir(path.join(root, 'public'))
  await writeFile(path.join(root, 'public/mine.html'), 'mine')
  await expect(beginRelease({ root, clock: Date.now })).rejects.toMatchObject({
    code: 'release/write',
    hint: 'Move it away: mv public public.old',
  })
  expect(await readFile(path.join(root, 'public/mine.html'), 'utf8')).toBe('mine')
})
