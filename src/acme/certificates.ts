import { mkdir } from 'node:fs/promises'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { SiteError } from '../base/site-error.ts'
import type { Certificate } from './certificate.ts'
import { certificateNames } from './certificate-names.ts'
import { directoryUrl } from './directory-url.ts'
import type { Generation } from './generations.ts'
import { createChallenges, type SelfCheck } from './http01.ts'
import { issue } from './issue.ts'
import { type Lookup, systemLookup } from './points-here.ts'
import { planRenewal } from './renewal.ts'
import { findStandIn } from './stand-in.ts'
import { type CertificateStatus, describe } from './status.ts'
import { openStore, type Plan, setAside, type Trouble } from './store.ts'
import { createSubscribers, type Subscriber } from './subscribers.ts'
import { suggestRenewal } from './suggest-renewal.ts'
import { recordTrouble } from './trouble.ts'

export type CertificatesOptions = {
  /** The DNS names of the certificate, also in Unicode. */
  readonly names: readonly string[]
  /** `production` or `staging` (Let's Encrypt's), or the https URL of another CA's ACME directory. */
  readonly directory: string
  /** The folder that keeps accounts and certificates; made with 0700. */
  readonly storage: string
  /** The folder that is published, or a link to it: challenges are answered from there as well. */
  readonly webroot: string
  /** Whether the owner agrees to the CA's terms of service. */
  readonly agreeTos: boolean
  /** Where the CA may write to; most do not any more. */
  readonly email?: string
  /** The CA's certificate profile; its default where it has none of that name. */
  readonly profile?: string
  /** PEM of a private CA's root, by which its ACME directory is trusted. */
  readonly trustedRoot?: string
  readonly clock: Clock
  readonly log: Log
  /** Looks whether this machine answers a challenge, before the CA is asked to; throws where it does not. */
  readonly selfCheck?: SelfCheck
  /** From 0 to below 1. */
  readonly random?: () => number
  readonly lookup?: Lookup
  /** Milliseconds between two looks at the clock; at most a minute, since timers stand still while a machine sleeps. */
  readonly tick?: number
  /** Milliseconds that the CA has for one answer. */
  readonly timeout?: number
}

export type Certificates = {
  /** Reads storage: a certificate that still holds is there at once. Never waits for the CA, never fails because of it. */
  readonly start: () => Promise<void>
  /** Ends the ticks and whatever is under way; an order is taken up again at the next start. */
  readonly stop: () => Promise<void>
  /** Looks now, as every tick does, and waits for what it begins. */
  readonly check: () => Promise<void>
  readonly current: () => Certificate | undefined
  /** Called at once where there is a certificate, and at each new one. Gives the function that ends it. */
  readonly subscribe: (use: Subscriber) => () => void
  /** What to answer to GET /.well-known/acme-challenge/<token>, for exactly the tokens that the CA may ask for. */
  readonly challenge: (token: string) => string | undefined
  readonly status: () => CertificateStatus
}

/**
 * A certificate that gets and renews itself. Attach it to any server: answer `challenge` on port 80, and give what
 * `subscribe` brings to `server.setSecureContext`.
 *
 * @throws SiteError acme/wildcard, acme/name, acme/directory for options that no CA could serve
 */
export function createCertificates(options: CertificatesOptions): Certificates {
  const { storage, clock, log, random = Math.random, tick = 60_000, timeout = 30_000 } = options
  const names = certificateNames(options.names)
  const directory = directoryUrl(options.directory)
  const store = openStore({ storage, names, directory, onDamage: setAside(log) })
  const challenges = createChallenges({ webroot: options.webroot, log, selfCheck: options.selfCheck })
  const subscribers = createSubscribers(names, log)
  const stopping = new AbortController()
  const { signal } = stopping

  let held: Generation | undefined
  let standIn: Certificate | undefined
  let plan: Plan | undefined
  let trouble: Trouble | undefined
  let seenId: string | undefined
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  async function start() {
    await mkdir(storage, { recursive: true, mode: 0o700 }).catch(() => {})
    await readStorage().catch((error: unknown) => log.report(unreadable(storage, error)))
    if (!held) await lookForStandIn()
    // The owner was asked for consent and has given it since.
    if (trouble?.code === 'acme/terms' && options.agreeTos) {
      trouble = undefined
      await store.trouble.remove().catch(() => {})
    }
    if (trouble && isWaiting(trouble, clock()))
      log.info(`acme: the last try failed; the next is at ${new Date(trouble.nextTry).toISOString()}`)
    timer = setInterval(check, Math.min(tick, 60_000))
    void check()
  }

  const current = () => held?.certificate ?? standIn

  async function stop() {
    clearInterval(timer)
    stopping.abort()
    await looking
  }

  function check(): Promise<void> {
    looking ??= look()
      .catch((error: unknown) => log.report(unreadable(storage, error)))
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  async function look() {
    if (signal.aborted) return
    await adopt()
    await consult()
    if (!isDue()) return
    await renew()
    await consult()
  }

  /** Takes over what this or another process has stored since the last look. */
  async function adopt() {
    if ((await store.generations.currentId()) !== seenId) return readStorage()
    // While the clock was ahead, a good one may have passed for expired.
    // What cannot be read was told at the start.
    if (!held) useStored(await store.generations.current().catch(() => undefined))
  }

  async function readStorage() {
    const found = await store.generations.current()
    ;[plan, trouble] = await Promise.all([store.plan.read(), store.trouble.read()])
    seenId = await store.generations.currentId()
    useStored(found)
  }

  /** One that has ended is of no use to anyone. */
  function useStored(found: Generation | undefined) {
    if (found && found.certificate.notAfter.getTime() > clock()) use(found)
  }

  /** The names were changed: until the CA has given the new certificate, the old one beats none. */
  async function lookForStandIn() {
    standIn = await findStandIn(storage, { names, directory, now: clock() })
    if (standIn === undefined) return
    log.info(`acme: until there is another, the certificate for ${standIn.names.join(', ')} is served`)
    subscribers.tell(standIn)
  }

  function use(generation: Generation) {
    if (generation.id === held?.id) return
    held = generation
    subscribers.tell(generation.certificate)
  }

  async function consult() {
    if (!held || signal.aborted || held.certificate.notAfter.getTime() <= clock()) return
    const { trustedRoot } = options
    plan = await suggestRenewal({
      held,
      plan,
      store,
      directory,
      trustedRoot,
      timeout,
      clock,
      random,
      log,
      signal,
    })
  }

  function isDue(): boolean {
    const now = clock()
    if (trouble && isWaiting(trouble, now)) return false
    if (!held || held.certificate.notAfter.getTime() <= now) return true
    return planRenewal(held, plan, now).at <= now
  }

  async function renew() {
    try {
      await store.lock(async () => {
        // Another process may have been at it while we waited for the lock, in vain or not.
        await adopt()
        trouble = (await store.trouble.read()) ?? trouble
        if (!isDue()) return
        const { agreeTos, email, profile, trustedRoot, lookup = systemLookup } = options
        const issued = await issue({
          ...{ names, directory, agreeTos, email, profile, trustedRoot, lookup },
          ...{ held, store, challenges, timeout, clock, log, signal },
        })
        use(issued)
        seenId = await store.generations.currentId()
        trouble = undefined
      })
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof SiteError && error.code === 'base/locked')
        return log.info('acme: another inkseal is getting the certificate')
      const before = trouble
      trouble = await recordTrouble({ error, before, held, names, directory, store, now: clock(), log })
    }
  }

  return {
    start,
    stop,
    check,
    current,
    subscribe: (subscriber) => subscribers.add(subscriber, current()),
    challenge: challenges.answer,
    status: () => describe({ names, directory, held, plan, trouble, now: clock() }),
  }
}

/** A failure that is still to come was noted while the clock was ahead: its wait counts for nothing. */
const isWaiting = ({ at, nextTry }: Trouble, now: number) => at <= now && now < nextTry

function unreadable(storage: string, error: unknown) {
  return {
    code: 'acme/storage' as const,
    severity: 'error' as const,
    message: `Cannot read the certificates in ${storage}: ${error instanceof Error && 'syscall' in error ? error.message : 'something failed inside'}`,
    hint: 'Make the folder readable and writable for the user that runs inkseal',
  }
}
