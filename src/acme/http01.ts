import { chmod, mkdir, readFile, realpath, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '../base/log.ts'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { writeAtomic } from '../base/write-atomic.ts'
import { localTypes, Problem } from './problem.ts'

/** Looks whether this machine answers a challenge; throws, in words for a reader, where it does not. */
export type SelfCheck = (name: string, token: string, keyAuthorization: string) => Promise<void>

export type Challenges = {
  /** The key authorization of exactly that token, while the CA may ask for it. */
  readonly answer: (token: string) => string | undefined
  /** Answers a challenge, from the webroot and from memory, while `work` runs. */
  readonly during: <Value>(challenge: Challenge, work: () => Promise<Value>) => Promise<Value>
}

type Challenge = { readonly name: string; readonly token: string; readonly keyAuthorization: string }

type Options = {
  readonly webroot: string
  readonly log: Log
  readonly selfCheck?: SelfCheck | undefined
}

/** HTTP-01 (RFC 8555 §8.3): both ways at once, so that it holds behind whichever server answers on port 80. */
export function createChallenges({ webroot, log, selfCheck }: Options): Challenges {
  const answers = new Map<string, string>()
  // Only folders that we made are removed, and the last of several challenges removes them.
  const made = new Set<string>()

  async function during<Value>(challenge: Challenge, work: () => Promise<Value>) {
    const { name, token, keyAuthorization } = challenge
    // RFC 8555 §8.3: base64url and nothing else; it becomes a file's name.
    if (!/^[\w-]+$/.test(token))
      throw new Problem({ type: localTypes.notAcme, detail: 'its token is not base64url', name })
    answers.set(token, keyAuthorization)
    const file = await publish(token, keyAuthorization).catch((error: unknown) => {
      log.report(notPublished(webroot, error))
      return undefined
    })
    try {
      await selfCheck?.(name, token, keyAuthorization).catch((error: unknown) => {
        throw notAnswered(name, error)
      })
      return await work()
    } finally {
      answers.delete(token)
      if (file !== undefined) await unpublish(file)
    }
  }

  async function publish(token: string, keyAuthorization: string): Promise<string | undefined> {
    // The webroot may be a link to a release and point elsewhere by the time we clean up.
    const root = await realpath(webroot).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    })
    // Nothing was published yet: memory answers. A folder made here would stand where a release wants its link.
    if (root === undefined) return undefined
    const wellKnown = path.join(root, '.well-known')
    const folder = path.join(wellKnown, 'acme-challenge')
    for (const one of [wellKnown, folder]) await makeFolder(one)
    const file = path.join(folder, token)
    await writeAtomic(file, keyAuthorization, { mode: 0o644 })
    // Whatever the umask: another server's user must be able to read it.
    await chmod(file, 0o644)
    if ((await readFile(file, 'utf8')) !== keyAuthorization)
      throw new Error('the file reads back differently')
    return file
  }

  async function makeFolder(folder: string): Promise<void> {
    try {
      await mkdir(folder)
      made.add(folder)
      await chmod(folder, 0o755)
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }

  async function unpublish(file: string): Promise<void> {
    await rm(file, { force: true }).catch(() => {})
    const folder = path.dirname(file)
    for (const one of [folder, path.dirname(folder)]) {
      if (!made.has(one)) continue
      const removed = await rmdir(one).then(
        () => true,
        () => false,
      )
      if (removed) made.delete(one)
    }
  }

  return { answer: (token) => answers.get(token), during }
}

const notPublished = (webroot: string, error: unknown) => ({
  code: 'acme/webroot' as const,
  severity: 'warning' as const,
  message: `Cannot write the answer to a challenge into ${webroot}: ${reason(error)}`,
  hint: 'The running server answers from memory all the same; make the folder writable for other servers to answer too',
})

function notAnswered(name: string, error: unknown): SiteError {
  return new SiteError(
    {
      code: 'acme/self-check',
      message: `Cannot prove that ${name} is ours: this machine does not answer the challenge itself (${reason(error)})`,
      hint: 'See that nothing but inkseal listens on port 80, and that it does',
    },
    { cause: error },
  )
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
