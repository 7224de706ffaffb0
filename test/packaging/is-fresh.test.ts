import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listSources, stampProgram } from '../../packaging/stamp-program.ts'

let root: string
const write = (file: string, text: string) => writeFile(path.join(root, file), text)

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal fresh '))
  for (const folder of ['bin', 'dist', 'src/cli', 'themes/folio']) {
    await mkdir(path.join(root, folder), { recursive: true })
  }
  await cp('bin/is-fresh.js', path.join(root, 'bin/is-fresh.js'))
  await write('package.json', '{ "type": "module" }')
  await write('src/cli/main.ts', 'export const one = 1\n')
  await write('themes/folio/theme.ts', 'export default {}\n')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const stamp = async () => stampProgram(path.join(root, 'dist'), await listSources(root))

async function isFresh(): Promise<boolean> {
  const { isFresh } = await import(pathToFileURL(path.join(root, 'bin/is-fresh.js')).href)
  return isFresh()
}

test('dist/ without a list of its sources is not run', async () => {
  expect(await isFresh()).toBe(false)
})

test('dist/ is run while all is as it was made from', async () => {
  await stamp()
  expect(await isFresh()).toBe(true)
})

test.each(['src/cli/main.ts', 'themes/folio/theme.ts', 'package.json'])(
  'dist/ is old after a change of %s',
  async (file) => {
    await stamp()
    await write(file, '{ "type": "modulo" }')
    expect(await isFresh()).toBe(false)
  },
)

test('a change that keeps size and time is seen', async () => {
  const then = new Date('2026-01-01T00:00:00Z')
  const file = path.join(root, 'src/cli/main.ts')
  await utimes(file, then, then)
  await stamp()
  await write('src/cli/main.ts', 'export const one = 2\n')
  await utimes(file, then, then)
  expect(await isFresh()).toBe(false)
})

test('dist/ is old when a source is gone', async () => {
  await stamp()
  await rm(path.join(root, 'themes/folio/theme.ts'))
  expect(await isFresh()).toBe(false)
})

test('a copy of the whole repository, whose times are others, is as fresh', async () => {
  await stamp()
  const later = new Date('2026-12-01T00:00:00Z')
  await utimes(path.join(root, 'src/cli/main.ts'), later, later)
  expect(await isFresh()).toBe(true)
})
