import { setTimeout } from 'node:timers/promises'
import type { Session } from './account.ts'
import { type AuthorizeOptions, authorize } from './authorize.ts'
import type { Certificate } from './certificate.ts'
import { checkAnswer } from './check-answer.ts'
import { newKey } from './new-key.ts'
import { poll } from './poll.ts'
import { printable } from './printable.ts'
import { Problem, readProblem } from './problem.ts'
import { type Order, readOrder } from './resources.ts'
import type { Pending, Store } from './store.ts'

export type OrderOptions = AuthorizeOptions &
  Session & {
    readonly names: readonly string[]
    readonly profile?: string | undefined
    /** The certificate that is replaced: its ARI identifier (RFC 9773 §5), and its key, which is not used again. */
    readonly replaces?: string | undefined
    readonly usedKey?: string | undefined
    readonly store: Store
  }

export type Issued = {
  readonly certificate: Certificate
  readonly order: string
  readonly profile: string | undefined
}

/**
 * Gets a certificate (RFC 8555 §7.4). The order's URL and its key are on disk before the CA is asked to sign, so an
 * order that a crash interrupted is taken up again and not placed twice.
 *
 * @throws Problem, SiteError acme/wrong-answer, and AggregateError of Problems where several names failed
 */
export async function orderCertificate(options: OrderOptions): Promise<Issued> {
  const { store, names, clock } = options
  const { pending, order } = (await resume(options)) ?? (await place(options))
  const chain = await complete(order, pending, options)
  try {
    const certificate = checkAnswer(chain, { names, key: pending.key, now: clock() })
    return { certificate, order: pending.url, profile: pending.profile }
  } catch (error) {
    await store.pending.remove()
    throw error
  }
}

type Placed = Pending & { readonly url: string }

type Begun = { readonly pending: Placed; readonly order: Order }

async function resume(options: OrderOptions): Promise<Begun | undefined> {
  const { client, account, store, usedKey, log } = options
  const pending = await store.pending.read()
  if (pending?.url === undefined) return undefined
  // A used key: the crash came between keeping the certificate and forgetting its order, so this one is done.
  const isOurs = pending.key !== usedKey && pending.account === account
  const order = isOurs
    ? await client.post(pending.url).then(({ data }) => readOrder(data), forgotten)
    : undefined
  if (!order || order.status === 'invalid') {
    await store.pending.remove()
    return undefined
  }
  log.info('acme: going on with the order that was interrupted')
  return { pending: { ...pending, url: pending.url }, order }
}

/** An order that the CA does not know any more is no error. */
function forgotten(error: unknown): undefined {
  const gone =
    error instanceof Problem && (error.status === 404 || error.is('malformed') || error.is('unauthorized'))
  if (!gone) throw error
}

async function place(options: OrderOptions): Promise<Begun> {
  const { account, names, store, log } = options
  const profile = await offered(options)
  const key = newKey()
  const pending = { account, key, ...(profile !== undefined && { profile }) }
  await store.pending.write(pending)
  log.info(`acme: ordering a certificate for ${names.join(', ')}`)
  const { headers, data } = await ask({ ...options, profile })
  const order = readOrder(data)
  if (headers.location === undefined) throw readProblem(undefined)
  const placed = { ...pending, url: headers.location }
  await store.pending.write(placed)
  return { pending: placed, order }
}

/** The profile, where the CA has it; else the CA's own choice. */
async function offered({ client, profile, log }: OrderOptions): Promise<string | undefined> {
  if (profile === undefined) return undefined
  const profiles = Object.keys((await client.directory()).meta.profiles ?? {})
  if (profiles.includes(profile)) return profile
  log.info(
    `acme: the CA has no profile "${profile}" (it has ${printable(profiles.join(', ')) || 'none'}); it chooses`,
  )
  return undefined
}

async function ask({ client, names, profile, replaces, log }: OrderOptions) {
  const payload = {
    identifiers: names.map((value) => ({ type: 'dns', value })),
    ...(profile !== undefined && { profile }),
  }
  if (replaces === undefined) return client.newOrder(payload)
  return client.newOrder({ ...payload, replaces }).catch((error: unknown) => {
    // RFC 9773 §5: 409 where it was replaced before; Let's Encrypt says malformed where it does not know it.
    if (!(error instanceof Problem) || !(error.status === 409 || error.is('malformed'))) throw error
    log.info('acme: the CA does not take the order as a replacement; ordering without')
    return client.newOrder(payload)
  })
}

async function complete(begun: Order, pending: Placed, options: OrderOptions): Promise<string> {
  const { client, clock, signal, log } = options
  const settle = (done: (order: Order) => boolean) =>
    poll({ client, url: pending.url, read: readOrder, done, clock, signal })
  let order = begun
  if (order.status === 'pending') {
    await authorize(order, options)
    order = await settle(({ status }) => status !== 'pending')
  }
  for (let tries = 1; order.status === 'ready'; tries++) {
    log.info('acme: all names are proven; asking for the certificate')
    const accepted = await finalize(order, pending.key, options).catch(async (error: unknown) => {
      // The CA's machines do not all see at once that the order is ready (RFC 8555 §7.4).
      if (!(error instanceof Problem) || !error.is('orderNotReady') || tries === 10) throw error
      await setTimeout(Math.min(error.retryAfter ?? tries * 500, 60_000), undefined, { signal })
      return false
    })
    order = await settle(({ status }) => !accepted || (status !== 'ready' && status !== 'processing'))
  }
  if (order.status === 'processing') order = await settle(({ status }) => status !== 'processing')
  // What failed stays failed (RFC 8555 §7.1.6); the next try sees it and places a new order.
  if (order.status !== 'valid' || order.certificate === undefined) throw readProblem(order.error)
  const { data } = await client.post(order.certificate)
  return String(data)
}

async function finalize(order: Order, key: string, { client, names, store }: OrderOptions): Promise<true> {
  const { crypto } = await import('acme-client')
  const [, csr] = await crypto.createCsr({ altNames: [...names] }, key)
  await client.post(order.finalize, { csr: crypto.getPemBodyAsB64u(csr) }).catch(async (error: unknown) => {
    const refused = error instanceof Problem && (error.status ?? 500) < 429 && !error.is('orderNotReady')
    // Asking for the same again would be refused again.
    if (refused) await store.pending.remove()
    throw error
  })
  return true
}
