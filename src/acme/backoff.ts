import { type Certificate, lifetime } from './certificate.ts'

const minute = 60_000
const day = 24 * 60 * minute
const ladder = [minute, 10 * minute, 100 * minute, day] as const

export type Setback = {
  /** How many tries failed since the last success, this one included. */
  readonly failures: number
  /** What the CA asked for, in milliseconds. */
  readonly retryAfter: number | undefined
  /** The certificate that is served meanwhile. */
  readonly held: Pick<Certificate, 'notBefore' | 'notAfter'> | undefined
  readonly now: number
}

/**
 * When to try again, in milliseconds since 1970: after 1, 10, 100 minutes, then daily. That spends 3 of the 5 failures
 * that Let's Encrypt allows in an hour. A short-lived certificate cannot wait for days: there, a tenth of what is left.
 */
export function nextTry({ failures, retryAfter, held, now }: Setback): number {
  const step = ladder[Math.min(failures, ladder.length) - 1] ?? minute
  const left = held ? held.notAfter.getTime() - now : 0
  const short = held !== undefined && left > 0 && lifetime(held) < 10 * day
  const pause = short ? Math.max(Math.min(step, left / 10), Math.min(minute, lifetime(held) / 20)) : step
  return now + Math.max(pause, retryAfter ?? 0)
}
