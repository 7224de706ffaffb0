import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { swapLink } from '../../src/base/swap-link.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-link-'))
  for (const name of ['one', 'two']) {
    await mkdir(path.join(folder, name))
    await writeFile(path.join(folder, name, 'name'), name)
  }
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('a link is made, and then points elsewhere', async () => {
  const link = path.join(folder, 'public')
  await swapLink(link, 'one')
  expect(await readlink(link)).toBe('one')
  await swapLink(link, 'two')
  expect(await readFile(path.join(link, 'name'), 'utf8')).toBe('two')
  expect((await readdir(folder)).sort()).toEqual(['one', 'public', 'two'])
})

test('a folder in the way is left alone, and no draft stays', async () => {
  await expect(swapLink(path.join(folder, 'one'), 'two')).rejects.toThrow()
  expect((await readdir(folder)).sort()).toEqual(['one', 'two'])
  expect(await readFile(path.join(folder, 'one/name'), 'utf8')).toBe('one')
})

test('who reads while it is swapped finds a file every time', async () => {
  const link = path.join(folder, 'public')
  await swapLink(link, 'one')
  const seen = new Set<string>()
  let swapping = true
  const reading = (async () => {
    while (swapping) seen.add(await readFile(path.join(link, 'name'), 'utf8'))
  })()
  for (let round = 0; round < 50; round++) await swapLink(link, round % 2 ? 'one' : 'two')
  swapping = false
  await reading
  expect([...seen].sort()).toEqual(['one', 'two'])
})
