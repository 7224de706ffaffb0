import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../base/clock.ts'
import { withLock } from '../base/lock.ts'
import type { Log } from '../base/log.ts'
import { SiteError } from '../base/site-error.ts'
import {
  filesError,
  readLeaf,
  readRoot,
  rootFileOf,
  setRootAside,
  writeLeaf,
  writeRoot,
} from './authority-files.ts'
import type { LocalCertificate } from './certificate.ts'

const MINUTE = 60_000

export type LocalCertificates = {
  /** Makes what is not there yet; subscribers have a certificate when it is done. @throws SiteError localca/files */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Calls `use` with the certificate at once where there is one, and with every new one; gives the way to end that. */
  readonly subscribe: (use: (certificate: LocalCertificate) => void) => () => void
  /** The root that a browser has to trust. */
  readonly rootFile: string
}

export type LocalCertificatesOptions = {
  /** The authority's folder, see localAuthorityDir(). */
  readonly dir: string
  /** Names and addresses of loopback: the root's constraints make all others worthless. */
  readonly names: readonly string[]
  readonly clock: Clock
  readonly log: Log
  /** How often to look whether renewal is due, in milliseconds; a minute when not given. */
  readonly every?: number
}

/** The local authority: a certificate for this machine's own names, renewed at two thirds of its life. */
export function createLocalCertificates(options: LocalCertificatesOptions): LocalCertificates {
  const { dir, clock, log, every = MINUTE } = options
  const subscribers = new Set<(certificate: LocalCertificate) => void>()
  let current: LocalCertificate | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let working: Promise<void> = Promise.resolve()

  async function renew(): Promise<void> {
    const certificate = await obtain(options)
    if (certificate.chain === current?.chain) return
    current = certificate
    for (const use of subscribers) use(certificate)
  }

  function tick(): void {
    if (current && isFresh(current, clock())) return
    working = renew().catch((error: unknown) => {
      // What is being served goes on being served, and the next tick tries again.
      const { diagnostics } = error instanceof SiteError ? error : filesError('renew', dir, error)
      for (const diagnostic of diagnostics) log.report({ ...diagnostic, severity: 'warning' })
    })
  }

  return {
    async start() {
      working = renew()
      await working
      if (stopped) return
      // Wall-clock time is looked at, and no long timer set: machines sleep, and timers sleep with them.
      timer = setInterval(() => working.then(tick), every)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await working.catch(() => {})
    },
    subscribe(use) {
      subscribers.add(use)
      if (current) use(current)
      return () => subscribers.delete(use)
    },
    rootFile: rootFileOf(dir),
  }
}

async function obtain(options: LocalCertificatesOptions): Promise<LocalCertificate> {
  const ready = await readFresh(options)
  if (ready) return ready
  const { dir } = options
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    const lock = { guards: 'the local authority', patience: 30_000 }
    // Another process may have been at it while we waited for the lock.
    return await withLock(
      path.join(dir, '.lock'),
      lock,
      async () => (await readFresh(options)) ?? issue(options),
    )
  } catch (error) {
    throw error instanceof SiteError ? error : filesError('write to', dir, error)
  }
}

async function readFresh({
  dir,
  names,
  clock,
}: LocalCertificatesOptions): Promise<LocalCertificate | undefined> {
  const now = clock()
  const root = await readRoot(dir, now)
  if (root.state !== 'good') return undefined
  const leaf = await readLeaf(dir, { root: root.certificate, names, now })
  return leaf.state === 'good' && isFresh(leaf.certificate, now) ? leaf.certificate : undefined
}

/** What makes certificates is loaded here only: most starts find a good one. */
async function issue({ dir, names, clock, log }: LocalCertificatesOptions): Promise<LocalCertificate> {
  const now = clock()
  const found = await readRoot(dir, now)
  let root: LocalCertificate
  if (found.state === 'good') {
    root = found.certificate
  } else {
    const { issueRoot } = await import('./issue-root.ts')
    root = await issueRoot(now)
    // A clock that is wrong today must not cost the authority that browsers trust: the old one is kept aside.
    if (found.state !== 'absent') await setRootAside(dir, now)
    await writeRoot(dir, root)
    if (found.state === 'absent') log.info(`Made a local authority in ${dir}`)
    else {
      log.report({
        code: 'localca/new-root',
        severity: 'warning',
        message: `Cannot use the local authority in ${dir}: ${found.why}, so a new one was made`,
        hint: 'Run `inkseal trust`, for browsers do not know the new one',
      })
    }
  }
  const { issueLeaf } = await import('./issue-leaf.ts')
  const leaf = await issueLeaf(root, names, now)
  await writeLeaf(dir, leaf)
  return leaf
}

function isFresh({ notBefore, notAfter }: LocalCertificate, now: number): boolean {
  const start = notBefore.getTime()
  return now >= start && now < start + ((notAfter.getTime() - start) * 2) / 3
}
