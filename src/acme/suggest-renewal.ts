import type { Log } from '../base/log.ts'
import { afterBadAnswer, askRenewalInfo, certificateId } from './ari.ts'
import type { Generation } from './generations.ts'
import { Problem } from './problem.ts'
import { chooseMoment } from './renewal.ts'
import type { Plan, Store } from './store.ts'
import { createTransport, type TransportOptions } from './transport.ts'

export type SuggestOptions = TransportOptions & {
  readonly held: Generation
  readonly plan: Plan | undefined
  readonly store: Store
  readonly directory: string
  readonly random: () => number
  readonly log: Log
}

/** Where it is time to, asks the CA when it wants the certificate renewed, and keeps its answer. Gives the plan that holds. */
export async function suggestRenewal(options: SuggestOptions): Promise<Plan | undefined> {
  const { held, store, clock } = options
  const plan = options.plan?.generation === held.id ? options.plan : undefined
  if (plan && clock() < plan.nextAsk) return plan
  // Another certificate of the same key set aside, a plan of the one before says nothing.
  const next = await ask(plan ?? { generation: held.id, nextAsk: 0 }, options)
  if (next === undefined) return plan
  // A disk that is full must not keep the certificate from its renewal.
  await store.plan.write(next).catch(() => {})
  return next
}

async function ask(plan: Plan, options: SuggestOptions): Promise<Plan | undefined> {
  const { held, directory, clock, random, log, signal } = options
  const transport = createTransport(options)
  try {
    const id = await certificateId(held.certificate.chain)
    const info = id && (await askRenewalInfo({ transport, directory, id, now: clock() }))
    if (!info) return { generation: held.id, nextAsk: clock() + afterBadAnswer }
    const { explanation } = info
    const chosen = chooseMoment(info, plan, random)
    if (chosen.moment !== plan.moment) tell(log, chosen.moment, explanation)
    const nextAsk = clock() + info.askAfter
    return { generation: held.id, nextAsk, ...chosen, ...(explanation !== undefined && { explanation }) }
  } catch (error) {
    if (signal?.aborted) return undefined
    const asked = error instanceof Problem ? error.retryAfter : undefined
    return { ...plan, nextAsk: clock() + Math.max(afterBadAnswer, asked ?? 0) }
  } finally {
    transport.close()
  }
}

function tell(log: Log, moment: number | undefined, explanation: string | undefined): void {
  if (moment === undefined) return
  const why = explanation === undefined ? '' : `; the CA explains: ${explanation}`
  log.info(`acme: the CA suggests to renew; the moment is ${new Date(moment).toISOString()}${why}`)
}
