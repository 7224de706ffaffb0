import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomic } from '../../src/base/write-atomic.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-write-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('text and bytes are written, in folders that it makes', async () => {
  const file = path.join(folder, 'a/b/c.txt')
  await writeAtomic(file, 'ink')
  expect(await readFile(file, 'utf8')).toBe('ink')
  await writeAtomic(file, Uint8Array.of(1, 2))
  expect([...(await readFile(file))]).toEqual([1, 2])
  expect(await readdir(path.dirname(file))).toEqual(['c.txt'])
})

test('modes are as asked for, on a file that was there too', async () => {
  const file = path.join(folder, 'secret/key.pem')
  await writeAtomic(file, 'x', { mode: 0o600, directoryMode: 0o700 })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700)
  const open = path.join(folder, 'open.pem')
  await writeFile(open, 'x', { mode: 0o644 })
  await writeAtomic(open, 'y', { mode: 0o600 })
  expect((await stat(open)).mode & 0o777).toBe(0o600)
})

test('what cannot be put in place leaves nothing behind', async () => {
  const target = path.join(folder, 'taken')
  await mkdir(path.join(target, 'full'), { recursive: true })
  await expect(writeAtomic(target, 'x')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['taken'])
})

test('a reader, and a kill at any moment, meet one text or the other and nothing between', async () => {
  const file = path.join(folder, 'text')
  const texts = ['a'.repeat(500_000), 'b'.repeat(300_000)]
  await writeAtomic(file, texts[0] ?? '')
  const script = path.join(folder, 'write.mjs')
  await writeFile(
    script,
    `import { writeAtomic } from ${JSON.stringify(path.resolve('src/base/write-atomic.ts'))}
    process.send('go')
    for (let round = 1; ; round++) {
      await writeAtomic(${JSON.stringify(file)}, round % 2 ? 'b'.repeat(300000) : 'a'.repeat(500000))
      if (round === 4) process.send('wrote')
    }`,
  )
  for (const delay of [0, 3, 7, 12]) {
    const child = fork(script)
    await once(child, 'message')
    const wrote = once(child, 'message')
    let done = false
    void wrote.then(() => {
      done = true
    })
    while (!done) expect(texts).toContain(await readFile(file, 'utf8'))
    await new Promise((resolve) => setTimeout(resolve, delay))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(texts).toContain(await readFile(file, 'utf8'))
  }
})
