import type { RenewalInfo } from './ari.ts'
import { lifetime } from './certificate.ts'
import type { Generation } from './generations.ts'
import type { Plan } from './store.ts'

const day = 24 * 3_600_000

export type Renewal = {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whether the CA suggested the moment (RFC 9773), or it follows from the certificate's lifetime. */
  readonly why: 'suggested' | 'lifetime'
  readonly explanation?: string
}

/**
 * When a certificate is to be renewed. Everything is a fraction of its own lifetime: two thirds, or half where it
 * holds for less than ten days. The CA's suggestion goes first, but never puts the renewal off past the last 5 %.
 *
 * A new certificate may be due at once: a clock is wrong, or a CA's answer is absurd. A pace, a fraction too, keeps
 * that from becoming an order a minute.
 */
export function planRenewal(
  { id, certificate, facts }: Generation,
  plan: Plan | undefined,
  now: number,
): Renewal {
  const whole = lifetime(certificate)
  const notAfter = certificate.notAfter.getTime()
  const notBefore = certificate.notBefore.getTime()
  // The clock was ahead when it was issued, and is right by now: the moment says nothing.
  const issuedAt = facts.issuedAt <= now ? facts.issuedAt : notBefore
  if (plan?.generation === id && plan.moment !== undefined) {
    const at = Math.max(Math.min(plan.moment, notAfter - whole / 20), issuedAt + whole / 1_000)
    return { at, why: 'suggested', ...(plan.explanation !== undefined && { explanation: plan.explanation }) }
  }
  const at = notBefore + whole * (whole < 10 * day ? 1 / 2 : 2 / 3)
  return { at: Math.max(at, issuedAt + whole / 20), why: 'lifetime' }
}

/** Chooses a moment in the CA's window, uniformly; the choice stands until the window changes (RFC 9773 §4.2). */
export function chooseMoment(
  info: RenewalInfo,
  before: Plan | undefined,
  random: () => number,
): Pick<Plan, 'window' | 'moment'> {
  const { start, end } = info.window
  if (before?.moment !== undefined && before.window?.start === start && before.window.end === end)
    return { window: before.window, moment: before.moment }
  return { window: info.window, moment: start + Math.floor(random() * (end - start)) }
}
