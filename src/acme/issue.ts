import type { Diagnostic } from '../base/diagnostic.ts'
import type { AccountOptions, Session } from './account.ts'
import { openAccount, registerAccount } from './account.ts'
import { certificateId } from './ari.ts'
import { explainProblem } from './explain-problem.ts'
import type { Generation } from './generations.ts'
import { type OrderOptions, orderCertificate } from './order.ts'
import { adviseOnNames, type Lookup } from './points-here.ts'
import { Problem } from './problem.ts'

export type IssueOptions = AccountOptions &
  Omit<OrderOptions, keyof Session | 'replaces' | 'usedKey' | 'clock' | 'signal' | 'log'> & {
    readonly signal: AbortSignal
    readonly lookup: Lookup
    /** The certificate that the new one replaces. */
    readonly held: Generation | undefined
  }

/** Gets a certificate and keeps it: account, order, a new generation. */
export async function issue(options: IssueOptions): Promise<Generation> {
  const { names, directory, held, clock, log, lookup } = options
  // Advice only: where the system does not even tell its addresses, there is none.
  const advice = adviseOnNames(names, lookup).catch((): readonly Diagnostic[] => [])
  const session = await openAccount(options)
  const { client } = session
  try {
    for (const one of await advice) log.report(one)
    const issued = await orderWith(session, options)
    const { account, certificate, order, profile } = issued
    const facts = { directory, account, order, issuedAt: clock(), ...(profile !== undefined && { profile }) }
    const generation = await keep({ id: order, certificate, facts }, options)
    const until = certificate.notAfter.toISOString()
    log.info(
      `acme: ${held ? 'renewed the' : 'got a'} certificate for ${names.join(', ')}; it holds until ${until}`,
    )
    return generation
  } finally {
    client.close()
  }
}

/** A certificate that the disk does not take is served all the same; its order stays pending for the next start. */
async function keep(issued: Generation, { store, names, directory, log }: IssueOptions): Promise<Generation> {
  try {
    const generation = await store.generations.save(issued.certificate, issued.facts)
    await store.pending.remove()
    await store.trouble.remove()
    return generation
  } catch (error) {
    for (const one of explainProblem(error, names, new URL(directory).host)) log.report(one)
    return issued
  }
}

async function orderWith({ client, account }: Session, options: IssueOptions) {
  const { held, log } = options
  const order = async (url: string) => {
    const replaces = await replaced(client, url, options)
    const issued = await orderCertificate({
      ...options,
      client,
      account: url,
      replaces,
      usedKey: held?.certificate.key,
    })
    return { ...issued, account: url }
  }
  return order(account).catch(async (error: unknown) => {
    if (!(error instanceof Problem) || !error.is('accountDoesNotExist')) throw error
    log.info('acme: the CA does not know our account any more; registering again')
    return order(await registerAccount(client, options))
  })
}

/** RFC 9773 §5: only where this CA gave the old certificate to this account. */
async function replaced(client: Session['client'], account: string, { held, directory }: IssueOptions) {
  if (!held || held.facts.directory !== directory || held.facts.account !== account) return undefined
  if ((await client.directory()).renewalInfo === undefined) return undefined
  return certificateId(held.certificate.chain)
}
