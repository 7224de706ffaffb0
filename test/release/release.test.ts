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
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginRelease } from '../../src/release/begin-release.ts'
import { createWriter } from '../../src/release/create-writer.ts'
import { openRelease } from '../../src/release/open-release.ts'
import { artifact, createPublisher, facts, type Texts } from './site.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-release-'))
})
afterEach(() => rm(root, { recursive: true }))

const release = async (files: Texts, inputs?: string) => createPublisher(root, time++ * 1_000)(files, inputs)
let time = Date.UTC(2026, 10, 24, 9) / 1_000

test('a release is a folder, a manifest beside it, and the link', async () => {
  const { release: made, changed } = await release({ 'index.html': '<p>one', 'a/b.txt': 'b' })
  expect(changed).toBe(true)
  expect(await readlink(path.join(root, 'public'))).toBe(`releases/${made.id}`)
  expect(await readFile(path.join(root, 'public/a/b.txt'), 'utf8')).toBe('b')
  expect(await openRelease(root)).toEqual({ ...made, dir: made.dir })
  expect(Object.keys(made.manifest.files)).toEqual(['a/b.txt', 'index.html'])
})

test('what did not change is linked from the release before, and what did is not', async () => {
  const long = 'ink '.repeat(1000)
  const first = await release({ 'same.html': long, 'other.html': '1' })
  const next = await release({ 'same.html': long, 'other.html': '2' })
  const inode = async (dir: string, name: string) => (await stat(path.join(dir, name))).ino
  expect(await inode(next.release.dir, 'same.html')).toBe(await inode(first.release.dir, 'same.html'))
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

test('files that several threads write are one release, and what they find unchanged is taken over', async () => {
  const first = await release({ 'a.html': '1', 'b.html': '1', 'c.html': '1' })
  const draft = await beginRelease({ root, clock: () => Date.UTC(2027, 2) })
  const others = [1, 2].map(() => createWriter(structuredClone(draft.target)))
  const [one, two] = others
  const entries = [
    ['a.html', one?.write(artifact('a.html', '1'))],
    ['b.html', one?.write(artifact('b.html', '2'))],
    ['d/e.html', two?.write(artifact('d/e.html', '3'))],
    ['c.html', draft.write(artifact('c.html', '1'))],
  ].flatMap(([name, entry]) =>
    typeof name === 'string' && typeof entry === 'object' ? [[name, entry] as const] : [],
  )
  const { release: made } = await draft.finish(entries, facts('b'))
  const texts = Object.keys(made.manifest.files).map((name) => readFile(path.join(made.dir, name), 'utf8'))
  expect(await Promise.all(texts)).toEqual(['1', '2', '1', '3'])
  const inode = async (dir: string) => (await stat(path.join(dir, 'a.html'))).ino
  expect(await inode(made.dir)).toBe(await inode(first.release.dir))
})

test('a file that lies where another has a folder is told as it is, and the release can be abandoned', async () => {
  const draft = await beginRelease({ root, clock: () => Date.UTC(2027, 2) })
  draft.write(artifact('p/index.html', '1'))
  expect(() => draft.write(artifact('p/index.html/index.html', 'below a file'))).toThrow(/EEXIST|ENOTDIR/)
  await draft.abandon()
  expect(await readdir(path.join(root, 'releases'))).toEqual([])
})

test('an abandoned release leaves no trace', async () => {
  const { release: made } = await release({ 'a.html': '1' })
  const draft = await beginRelease({ root, clock: () => Date.UTC(2027, 1) })
  draft.write(artifact('a.html', '2'))
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

test('two files of one name are told, whether or not they are written', async () => {
  const told = 'two files are named a.html'
  const draft = await beginRelease({ root, clock: Date.now })
  const entry = draft.write(artifact('a.html', '1'))
  expect(() => draft.write(artifact('a.html', '2'))).toThrow(told)
  await draft.finish([['a.html', entry]], facts('a'))
  const next = await beginRelease({ root, clock: Date.now })
  const entries = [1, 2].map(() => ['a.html', next.write(artifact('a.html', '1'))] as const)
  await expect(next.finish(entries, facts('b'))).rejects.toThrow(told)
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
  expect(() => draft.write(artifact(name, 'x'))).toThrow(expect.objectContaining({ code: 'release/write' }))
  await draft.abandon()
  expect(await readdir(root)).toEqual(['releases'])
  expect(await readdir(path.join(root, 'releases'))).toEqual([])
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
