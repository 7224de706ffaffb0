import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../../src/base/digest-of.ts'
import { diskKey } from '../../src/output/keys/disk-key.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-disk-key-'))
  file = path.join(folder, 'film')
  await writeFile(file, 'one')
})
afterEach(() => rm(folder, { recursive: true }))

const LATER = Date.now() + 3_600_000

test('a file that is left alone keeps its key', () => {
  expect(diskKey(file, LATER)).toBe(diskKey(file, LATER + 1))
})

test('bytes of the same length under the old time are told', async () => {
  const before = diskKey(file, LATER)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await writeFile(file, 'two')
  await utimes(file, 1, 1)
  const moved = diskKey(file, LATER)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await writeFile(file, 'six')
  await utimes(file, 1, 1)
  expect(new Set([before, moved, diskKey(file, LATER)]).size).toBe(3)
})

test('the bytes of a file that has just been changed are looked at', () => {
  expect(diskKey(file, Date.now())).toContain(digestOf('one'))
  expect(diskKey(file, LATER)).not.toContain(digestOf('one'))
})

test('a file that is gone is none', async () => {
  await rm(file)
  expect(diskKey(file, LATER)).toBe('none')
})
