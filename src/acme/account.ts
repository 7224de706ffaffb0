import type { Log } from '../base/log.ts'
import { SiteError } from '../base/site-error.ts'
import { type AcmeClient, createClient } from './client.ts'
import { newKey } from './new-key.ts'
import { printable } from './printable.ts'
import type { Store } from './store.ts'
import type { TransportOptions } from './transport.ts'

export type AccountOptions = TransportOptions & {
  readonly directory: string
  readonly agreeTos: boolean
  readonly email?: string | undefined
  readonly store: Store
  readonly log: Log
}

/** A client that speaks for our account at a CA. */
export type Session = { readonly client: AcmeClient; readonly account: string }

/**
 * Opens the account that storage holds for this CA, or registers one (RFC 8555 §7.3). The caller closes the client.
 *
 * @throws SiteError acme/terms where the CA has terms that were not agreed to, and Problem
 */
export async function openAccount(options: AccountOptions): Promise<Session> {
  const { directory, store } = options
  const kept = await store.account.read()
  const key = kept?.key ?? newKey()
  const client = await createClient({ ...options, accountKey: key })
  try {
    if (kept?.url !== undefined) {
      client.useAccount(kept.url)
      return { client, account: kept.url }
    }
    await agree(client, options)
    await store.account.write({ directory, key })
    return { client, account: await registerAccount(client, options) }
  } catch (error) {
    client.close()
    throw error
  }
}

/** Registers the client's key and keeps the account's URL. Where the CA knows the key already, its account stays. */
export async function registerAccount(client: AcmeClient, options: AccountOptions): Promise<string> {
  const { directory, email, store, log } = options
  const kept = await store.account.read()
  if (!kept) throw new Error('there is no account key to register')
  const url = await client.register({
    termsOfServiceAgreed: true,
    ...(email !== undefined && { contact: [`mailto:${email}`] }),
  })
  await store.account.write({ directory, key: kept.key, url })
  log.info(`acme: registered with ${new URL(directory).host}`)
  return url
}

async function agree(client: AcmeClient, { directory, agreeTos, log }: AccountOptions): Promise<void> {
  const { termsOfService } = (await client.directory()).meta
  if (termsOfService === undefined) return
  const terms = printable(termsOfService)
  if (agreeTos) return log.info(`acme: agreeing to the terms of service at ${terms}`)
  throw new SiteError({
    code: 'acme/terms',
    message: `Cannot register with ${new URL(directory).host}: nobody has agreed to its terms of service`,
    hint: `Read ${terms} and set acme: { agreeTos: true } in inkseal.config.ts`,
  })
}
