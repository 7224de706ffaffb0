import * as v from 'valibot'
import { readProblem } from './problem.ts'
import { type Answer, createTransport, type TransportOptions } from './transport.ts'

/** What acme-client 5.4.0 has inside; its types leave it out, so the exact version is pinned. */
declare module 'acme-client' {
  interface Client {
    http: {
      maxBadNonceRetries: number
      request: (url: string, method: string, options?: { data?: unknown }) => Promise<Answer>
      getNonce: () => Promise<string>
      signedRequest: (url: string, payload: unknown, options?: object, attempts?: number) => Promise<Answer>
      getDirectory: () => Promise<Directory>
      getResourceUrl: (resource: string) => Promise<string>
    }
    api: {
      accountUrl: string | null
      createAccount: (data: object) => Promise<Answer>
      apiRequest: (url: string, payload: object | null, valid: readonly number[]) => Promise<Answer>
      apiResourceRequest: (
        resource: string,
        payload: object | null,
        valid: readonly number[],
      ) => Promise<Answer>
    }
  }
}

const directory = v.looseObject({
  newNonce: v.string(),
  newAccount: v.string(),
  newOrder: v.string(),
  renewalInfo: v.optional(v.string()),
  meta: v.optional(
    v.object({
      termsOfService: v.optional(v.string()),
      profiles: v.optional(v.record(v.string(), v.unknown())),
    }),
    {},
  ),
})

/** The part of a directory (RFC 8555 §7.1.1, RFC 9773 §3) that we use. */
export type Directory = v.InferOutput<typeof directory>

export type AcmeClient = {
  readonly directory: () => Promise<Directory>
  /** Registers the key, or finds its account (RFC 8555 §7.3): the account's URL. */
  readonly register: (payload: object) => Promise<string>
  readonly useAccount: (url: string) => void
  readonly newOrder: (payload: object) => Promise<Answer>
  /** POST-as-GET (RFC 8555 §6.3) without a payload. */
  readonly post: (url: string, payload?: object) => Promise<Answer>
  readonly keyAuthorization: (token: string) => Promise<string>
  readonly close: () => void
}

export type ClientOptions = TransportOptions & {
  readonly directory: string
  /** PEM. */
  readonly accountKey: string
}

/**
 * acme-client with its transport replaced. Mended, each with a test that the bare library fails: time-outs; errors
 * with type, status, subproblems and Retry-After in place of a TypeError or a bare text; a 429 that comes back at once
 * in place of sleeping inside the call and replaying a spent nonce; nonces kept from answers in place of a HEAD for
 * each; 20 tries in place of 5 where nonces are refused; no proxy from the environment.
 *
 * All of its methods throw `Problem`.
 */
export async function createClient(options: ClientOptions): Promise<AcmeClient> {
  const { Client } = await import('acme-client')
  const transport = createTransport(options)
  const client = new Client({ directoryUrl: options.directory, accountKey: options.accountKey })
  const { http, api } = client
  const nonces: string[] = []

  const fetchDirectory = http.getDirectory.bind(http)
  http.getDirectory = async () => readDirectory(await fetchDirectory())

  http.maxBadNonceRetries = 20
  http.request = async (url, method, { data } = {}) => {
    const answer = await transport.send({
      url,
      method: method.toUpperCase(),
      headers: { 'content-type': 'application/jose+json' },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    })
    const nonce = answer.headers['replay-nonce']
    // The nonce of a refused request is used by its next try, and must not be used twice.
    if (typeof nonce === 'string' && answer.status < 400 && method !== 'head') nonces.push(nonce)
    return answer
  }

  const freshNonce = http.getNonce.bind(http)
  http.getNonce = async () => nonces.pop() ?? (await freshNonce())

  const signedRequest = http.signedRequest.bind(http)
  http.signedRequest = async (...request) => {
    const answer = await signedRequest(...request)
    if (answer.status >= 400) throw readProblem(answer.data, { status: answer.status })
    return answer
  }

  return {
    directory: () => http.getDirectory(),
    async register(payload) {
      // Not client.createAccount(): for a known key it sends an update that Pebble refuses.
      api.accountUrl = null
      await api.createAccount(payload)
      if (api.accountUrl === null) throw readProblem(undefined)
      return api.accountUrl
    },
    useAccount(url) {
      api.accountUrl = url
    },
    newOrder: (payload) => api.apiResourceRequest('newOrder', payload, []),
    post: (url, payload) => api.apiRequest(url, payload ?? null, []),
    keyAuthorization: (token) =>
      client.getChallengeKeyAuthorization({ type: 'http-01', token, url: '', status: 'pending' }),
    close: transport.close,
  }
}

/** @throws Problem where the answer is no ACME directory */
export function readDirectory(data: unknown): Directory {
  const read = v.safeParse(directory, data)
  if (!read.success) throw readProblem(undefined)
  return read.output
}
