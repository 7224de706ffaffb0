import type { Log } from '../base/log.ts'
import type { AcmeClient } from './client.ts'
import type { Challenges } from './http01.ts'
import { poll } from './poll.ts'
import { Problem, readProblem } from './problem.ts'
import { type Authorization, type Order, readAuthorization } from './resources.ts'

export type AuthorizeOptions = {
  readonly client: AcmeClient
  readonly challenges: Challenges
  readonly clock: () => number
  readonly signal: AbortSignal
  readonly log: Log
}

/**
 * Proves every name of an order that is not proven yet (RFC 8555 §7.5); the CA may remember a proof for weeks.
 *
 * @throws the failure of the one name, or an AggregateError of all
 */
export async function authorize(order: Order, options: AuthorizeOptions): Promise<void> {
  const outcomes = await Promise.allSettled(order.authorizations.map((url) => authorizeName(url, options)))
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  options.signal.throwIfAborted()
  if (failures.length > 1) throw new AggregateError(failures, 'several names failed')
  if (failures.length === 1) throw failures[0]
}

async function authorizeName(url: string, options: AuthorizeOptions): Promise<void> {
  const { client, challenges, log } = options
  const authorization = readAuthorization((await client.post(url)).data)
  const name = authorization.identifier.value
  if (authorization.status === 'valid') return
  if (authorization.status !== 'pending') throw failure(authorization)
  const challenge = authorization.challenges.find(({ type }) => type === 'http-01')
  if (!challenge) {
    const kinds = authorization.challenges.map(({ type }) => type).join(', ')
    throw new Problem({ type: 'about:blank', detail: `the CA takes no proof over HTTP, only ${kinds}`, name })
  }
  const keyAuthorization = await client.keyAuthorization(challenge.token)
  await challenges.during({ name, token: challenge.token, keyAuthorization }, async () => {
    log.info(`acme: proving ${name} over HTTP`)
    // A challenge that a crash interrupted may be in work already.
    if (challenge.status === 'pending') await client.post(challenge.url, {})
    const { clock, signal } = options
    const done = ({ status }: Authorization) => status !== 'pending'
    const settled = await poll({ client, url, read: readAuthorization, done, clock, signal })
    if (settled.status !== 'valid') throw failure(settled)
  })
}

function failure({ identifier, challenges, status }: Authorization): Problem {
  const name = identifier.value
  const error = challenges.map((challenge) => challenge.error).find((candidate) => candidate !== undefined)
  if (error !== undefined) return readProblem(error, { name })
  return new Problem({ type: 'about:blank', detail: `the CA calls its proof ${status}`, name })
}
