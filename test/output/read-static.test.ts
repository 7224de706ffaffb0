import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { listStatic, readStatic } from '../../src/output/read-static.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-static-'))
  for (const name of ['a/one.txt', 'a/two.txt', 'b/two.txt', 'c/two.txt', 'c/Thumbs.db']) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), name)
  }
})
afterEach(() => rm(root, { recursive: true }))

test('static folders lie over each other, the last on top, and may stand below an address', async () => {
  const folders = { static: ['a', 'none', 'b', { from: 'c', to: '/files/' }] }
  const config = resolveConfig({ folders }, { root, files: [] })
  const files = await listStatic(config)
  expect(files).toEqual(['files/two.txt', 'one.txt', 'two.txt'])
  const texts = await Promise.all(files.map(async (file) => String(await readStatic(config, file))))
  expect(texts).toEqual(['c/two.txt', 'a/one.txt', 'b/two.txt'])
})

test('a site need have no static folder', async () => {
  expect(await listStatic(resolveConfig({}, { root, files: [] }))).toEqual([])
})
