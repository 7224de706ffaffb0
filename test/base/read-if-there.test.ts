import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readIfThere } from '../../src/base/read-if-there.ts'

test('a file that is not there is undefined, and any other trouble is an error', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-read-'))
  try {
    await writeFile(path.join(folder, 'a'), 'ink')
    expect(String(await readIfThere(path.join(folder, 'a')))).toBe('ink')
    expect(await readIfThere(path.join(folder, 'b'))).toBeUndefined()
    expect(await readIfThere(path.join(folder, 'a/b'))).toBeUndefined()
    await expect(readIfThere(folder)).rejects.toMatchObject({ code: 'EISDIR' })
  } finally {
    await rm(folder, { recursive: true })
  }
})
