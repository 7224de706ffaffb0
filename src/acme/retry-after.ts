// No CA's window is longer than a week; a longer wait is a mistake, and would let the certificate run out.
const longest = 7 * 24 * 3_600_000

/** The wait that a Retry-After header asks for, in milliseconds, from seconds or from a date (RFC 9110 §10.2.3). */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now
  if (Number.isNaN(wait)) return undefined
  return Math.min(Math.max(wait, 0), longest)
}
