import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { mkdir, open, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { hasCode, readIfThere } from './read-if-there.ts'
import { SiteError } from './site-error.ts'

const HEARTBEAT = 5_000
const STALE_AFTER = 30_000

export type LockOptions = {
  /** What the lock guards, for the message: "the releases". */
  readonly guards: string
  /** How long to wait for another owner, in milliseconds. */
  readonly patience: number
  readonly signal?: AbortSignal
}

/**
 * Runs `work` while this process alone holds the lock file. The file names its owner and is touched every few
 * seconds, so that an owner who died, on this machine or on another that shares the folder, holds it no longer.
 *
 * @throws SiteError base/locked when another owner keeps it for longer than `patience`
 */
export async function withLock<Value>(
  file: string,
  options: LockOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  await mkdir(path.dirname(file), { recursive: true })
  const token = randomBytes(8).toString('hex')
  const deadline = performance.now() + options.patience
  while (!(await take(file, token))) {
    options.signal?.throwIfAborted()
    if (await isDead(file)) await breakLock(file)
    if (performance.now() >= deadline) throw locked(file, options.guards)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const heartbeat = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => {})
  }, HEARTBEAT)
  heartbeat.unref()
  // A process may end in the middle of the work: told to by a second signal, or because the work stands still.
  const release = () => removeOwn(file, token)
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    process.off('exit', release)
    // Only ours: had we slept past the limit, another owner may hold it by now.
    if ((await readOwner(file))?.token === token) await rm(file, { force: true })
  }
}

async function take(file: string, token: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(JSON.stringify({ pid: process.pid, token }))
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/**
 * Removes a dead owner's lock. Only one process does so at a time, and it looks again first: between its look and
 * its removal another could have removed the dead lock and taken a new one.
 */
async function breakLock(file: string): Promise<void> {
  const breaker = `${file}.break`
  if (await take(breaker, String(process.pid))) {
    try {
      if (await isDead(file)) await rm(file, { force: true })
    } finally {
      await rm(breaker, { force: true })
    }
  } else if (await isDead(breaker)) {
    await rm(breaker, { force: true })
  }
}

/** At the end of the process, when nothing can be awaited any more. */
function removeOwn(file: string, token: string): void {
  try {
    if (parseOwner(readFileSync(file))?.token === token) rmSync(file)
  } catch {
    // Nobody is left to be told; who comes next finds that its owner does not run.
  }
}

async function isDead(file: string): Promise<boolean> {
  const age = await stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  if (age > STALE_AFTER) return true
  const owner = await readOwner(file)
  // An owner writes its name right after making the file: give it a second before calling the file damaged.
  if (!owner) return age > 1_000
  return owner.pid !== process.pid && !isRunning(owner.pid)
}

type Owner = { readonly pid: number; readonly token: string }

async function readOwner(file: string): Promise<Owner | undefined> {
  const bytes = await readIfThere(file).catch(() => undefined)
  return bytes && parseOwner(bytes)
}

function parseOwner(bytes: Uint8Array): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(String(bytes))
    if (typeof owner !== 'object' || owner === null) return undefined
    if (!('pid' in owner) || !('token' in owner)) return undefined
    return { pid: Number(owner.pid), token: String(owner.token) }
  } catch {
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

function locked(file: string, guards: string): SiteError {
  return new SiteError({
    code: 'base/locked',
    message: `Cannot take the lock on ${guards}: another inkseal is at work on it`,
    hint: `Wait for it to end; if none runs, delete ${file}`,
  })
}
