import { setTimeout } from 'node:timers/promises'
import type { AcmeClient } from './client.ts'
import { localTypes, Problem } from './problem.ts'
import { retryAfter } from './retry-after.ts'

const shortest = 500
const longest = 60_000
// Minutes go by at a CA that is busy. The order is on disk, and is taken up again at the next try.
const patience = 10 * 60_000

export type PollOptions<Value> = {
  readonly client: AcmeClient
  readonly url: string
  readonly read: (data: unknown) => Value
  readonly done: (value: Value) => boolean
  readonly clock: () => number
  readonly signal: AbortSignal
}

/**
 * Asks for an order or an authorization until it is `done`, as slowly as the CA's Retry-After asks (RFC 8555 §7.5.1),
 * else ever more slowly.
 *
 * @throws Problem, of type `inkseal:slow` after ten minutes
 */
export async function poll<Value>({
  client,
  url,
  read,
  done,
  clock,
  signal,
}: PollOptions<Value>): Promise<Value> {
  const deadline = performance.now() + patience
  for (let pause = shortest; ; pause = Math.min(pause * 1.5, 10_000)) {
    const { data, headers } = await client.post(url)
    const value = read(data)
    if (done(value)) return value
    const asked = retryAfter(headers['retry-after'], clock())
    const next = Math.min(Math.max(asked ?? pause, shortest), longest)
    if (performance.now() + next > deadline)
      throw new Problem({ type: localTypes.slow, detail: 'the order was still in work after ten minutes' })
    await setTimeout(next, undefined, { signal })
  }
}
