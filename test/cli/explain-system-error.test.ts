import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainSystemError } from '../../src/cli/explain-system-error.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-system-'))
})
afterEach(() => rm(folder, { recursive: true }))

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => explainSystemError(error),
  )

test('what the system refuses is told with its path, its reason and what to do', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  expect(await failureOf(mkdir(file))).toEqual({
    code: 'base/system',
    severity: 'error',
    message: `Cannot make the folder ${file}: file already exists`,
    hint: 'Move what lies there away',
  })
  expect(await failureOf(readdir(file))).toMatchObject({
    message: `Cannot list the folder ${file}: not a directory`,
    hint: 'Move the file that lies there away: a folder belongs there',
  })
  expect(await failureOf(open(folder, 'w'))).toMatchObject({
    message: `Cannot open ${folder}: illegal operation on a directory`,
  })
  expect(await failureOf(rename(`${file}.no`, `${file}.new`))).toMatchObject({
    message: `Cannot rename ${file}.no to ${file}.new: no such file or directory`,
    hint: expect.stringContaining('ENOENT'),
  })
})

test.each([
  ['EACCES', 'permission denied', 'Give yourself the right'],
  ['ENOSPC', 'no space left on device', 'Free some space'],
  ['EROFS', 'read-only file system', 'Put the site on a disk'],
] as const)('%s has a hint of its own', (code, reason, hint) => {
  const errno = -os.constants.errno[code]
  const error = Object.assign(new Error(), { code, errno, syscall: 'mkdir', path: '/x' })
  expect(explainSystemError(error)).toMatchObject({
    message: `Cannot make the folder /x: ${reason}`,
    hint: expect.stringContaining(hint),
  })
})

test('an error of another kind is not', () => {
  expect(explainSystemError(new TypeError('no'))).toBeUndefined()
  expect(explainSystemError(Object.assign(new Error('no'), { code: 'ERR_X' }))).toBeUndefined()
})
