import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from '../../src/base/lock.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-lock-'))
  file = path.join(folder, 'deep/.lock')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const options = { guards: 'the test', patience: 20_000 }

/** Starts a process that takes the lock and keeps it until it is told to end. */
async function holder(): Promise<ChildProcess> {
  const script = path.join(folder, 'hold.mjs')
  await writeFile(
    script,
    `import { withLock } from ${JSON.stringify(path.resolve('src/base/lock.ts'))}
    await withLock(${JSON.stringify(file)}, { guards: 'the child', patience: 20000 }, async () => {
      process.send('held')
      await new Promise((resolve) => process.once('message', resolve))
    })
    process.disconnect()`,
  )
  const child = fork(script)
  await once(child, 'message')
  return child
}

test('the work’s value comes back, and the file goes', async () => {
  expect(await withLock(file, options, async () => existsSync(file))).toBe(true)
  expect(await readdir(path.dirname(file))).toEqual([])
})

test('the work’s error comes back, and the file goes', async () => {
  const work = () => Promise.reject(new Error('broken'))
  await expect(withLock(file, options, work)).rejects.toThrow('broken')
  expect(await readdir(path.dirname(file))).toEqual([])
})

test('work of one process is done one after the other', async () => {
  expect(await mostAtOnce(5)).toBe(1)
})

test('another process is waited for', async () => {
  const child = await holder()
  let had = false
  const waiting = withLock(file, options, async () => {
    had = true
  })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(had).toBe(false)
  child.send('end')
  await waiting
  expect(had).toBe(true)
})

test('who waits for longer than it has patience for is told what to do', async () => {
  const child = await holder()
  const work = withLock(file, { ...options, patience: 60 }, async () => {})
  await expect(work).rejects.toMatchObject({ code: 'base/locked', hint: expect.stringContaining(file) })
  child.send('end')
  await once(child, 'exit')
  expect(child.exitCode).toBe(0)
})

test('a signal ends the waiting', async () => {
  const child = await holder()
  const stop = new AbortController()
  const work = withLock(file, { ...options, signal: stop.signal }, async () => {})
  stop.abort(new Error('enough'))
  await expect(work).rejects.toThrow('enough')
  child.send('end')
  await once(child, 'exit')
})

test('an owner that was killed holds the lock no longer', async () => {
  const child = await holder()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(file)).toBe(true)
  expect(await withLock(file, { ...options, patience: 5_000 }, async () => 'had')).toBe('had')
  expect(await readdir(path.dirname(file))).toEqual([])
})

test('many that wait for a killed owner still come one after the other', async () => {
  const child = await holder()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await mostAtOnce(5)).toBe(1)
})

test('an owner on another machine that was not heard of for long holds the lock no longer', async () => {
  await withLock(file, options, async () => {})
  await writeFile(file, JSON.stringify({ pid: process.pid, token: 'another machine’s' }))
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  expect(await withLock(file, { ...options, patience: 5_000 }, async () => 'had')).toBe('had')
})

test('a lock file that is damaged is not for ever', async () => {
  await withLock(file, options, async () => {})
  await writeFile(file, '')
  expect(await withLock(file, { ...options, patience: 10_000 }, async () => 'had')).toBe('had')
})

test('who was thrown out does not take the next owner’s lock away', async () => {
  await withLock(file, options, async () => {
    await writeFile(file, JSON.stringify({ pid: process.pid, token: 'the next' }))
  })
  expect(existsSync(file)).toBe(true)
})

/** Lets several work under the lock at once, and gives how many of them ever did so at the same time. */
async function mostAtOnce(count: number): Promise<number> {
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 5))
    inside--
  }
  await Promise.all(Array.from({ length: count }, () => withLock(file, options, work)))
  return most
}
