import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ignoreFolder } from '../../src/base/ignore-folder.ts'

const run = promisify(execFile)

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-ignore-'))
})
afterEach(() => rm(root, { recursive: true }))

test('git sees nothing of an ignored folder', async () => {
  await run('git', ['init', '-q', root])
  await ignoreFolder(path.join(root, '.inkseal'))
  await writeFile(path.join(root, '.inkseal/key.pem'), 'secret')
  const { stdout } = await run('git', ['-C', root, 'status', '--porcelain'])
  expect(stdout).toBe('')
})

test('an author’s own rules stay', async () => {
  await writeFile(path.join(root, '.gitignore'), '!all\n')
  await ignoreFolder(root)
  expect(await readFile(path.join(root, '.gitignore'), 'utf8')).toBe('!all\n')
})
