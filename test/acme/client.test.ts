import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { axios, Client } from 'acme-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createClient } from '../../src/acme/client.ts'
import { newKey } from '../../src/acme/new-key.ts'
import { poll } from '../../src/acme/poll.ts'
import { Problem } from '../../src/acme/problem.ts'
import { readOrder } from '../../src/acme/resources.ts'
import { type LocalhostCertificate, localhostCertificate } from '../setup/localhost-certificate.ts'
import { hasPebble, startPebble } from '../setup/pebble.ts'

/** What a mend is about, done by acme-client as it is or as we wrap it. */
type Subject = {
  readonly newOrder: () => Promise<unknown>
  readonly untilValid: (url: string) => Promise<unknown>
  readonly close: () => void
}

type Request = { readonly path: string; readonly at: number }

const order = {
  status: 'pending',
  authorizations: [],
  finalize: 'https://localhost/finalize',
  identifiers: [],
}
const problem = (error: string, rest = {}) => ({ type: `urn:ietf:params:acme:error:${error}`, ...rest })

let tls: LocalhostCertificate
let server: ReturnType<typeof createServer>
let base: string
let requests: Request[] = []
let respond: (request: IncomingMessage, response: ServerResponse) => void

beforeAll(async () => {
  tls = await localhostCertificate()
  server = createServer({ cert: tls.certificate, key: tls.key }, (request, response) => {
    const path = request.url ?? ''
    requests.push({ path, at: performance.now() })
    request.resume()
    if (path !== '/dir') response.setHeader('replay-nonce', `nonce${requests.length}`)
    if (path === '/dir')
      json(response, 200, { newNonce: at('/nonce'), newAccount: at('/a'), newOrder: at('/order') })
    else if (path === '/nonce') response.end()
    else respond(request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  base = `https://localhost:${(server.address() as AddressInfo).port}`
  axios.defaults.httpsAgent = new Agent({ ca: tls.root })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  requests = []
})

const at = (path: string) => `${base}${path}`
const count = (path: string) => requests.filter((request) => request.path === path).length

function json(response: ServerResponse, status: number, body: object, headers = {}) {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(status, { 'content-type': type, location: at('/my-order'), ...headers })
  response.end(JSON.stringify(body))
}

async function mended(): Promise<Subject> {
  const options = { directory: at('/dir'), accountKey: newKey(), trustedRoot: tls.root, clock: Date.now }
  const client = await createClient({ ...options, timeout: 1_500 })
  client.useAccount(at('/me'))
  const signal = new AbortController().signal
  const done = ({ status }: { status: string }) => status === 'valid'
  return {
    newOrder: () => client.newOrder({ identifiers: [] }),
    untilValid: (url) => poll({ client, url, read: readOrder, done, clock: Date.now, signal }),
    close: client.close,
  }
}

async function bare(): Promise<Subject> {
  const client = new Client({ directoryUrl: at('/dir'), accountKey: newKey(), accountUrl: at('/me') })
  return {
    newOrder: () => client.createOrder({ identifiers: [] }),
    untilValid: (url) => client.waitForValidStatus({ ...order, url }),
    close: () => {},
  }
}

async function refused(subject: Subject): Promise<Problem> {
  const error = await subject.newOrder().then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Problem) return error
  throw new Error(`not a Problem: ${error}`)
}

const mends: readonly (readonly [string, (subject: Subject) => Promise<void>])[] = [
  [
    'a server that says nothing is given up',
    async (subject) => {
      respond = () => {}
      expect((await refused(subject)).type).toBe('inkseal:timeout')
    },
  ],
  [
    'a broken connection is told as one',
    async (subject) => {
      respond = (request) => request.socket.destroy()
      const { type, detail } = await refused(subject)
      expect(type).toBe('inkseal:network')
      expect(detail).toContain('localhost')
    },
  ],
  [
    'a 429 comes back at once, with its Retry-After, after one request',
    async (subject) => {
      respond = (_, response) => json(response, 429, problem('rateLimited'), { 'retry-after': '122400' })
      const { status, retryAfter } = await refused(subject)
      expect({ status, retryAfter }).toEqual({ status: 429, retryAfter: 34 * 3_600_000 })
      expect(count('/order')).toBe(1)
    },
  ],
  [
    'a 503 comes back at once, with its Retry-After, after one request',
    async (subject) => {
      respond = (_, response) =>
        response
          .writeHead(503, { 'content-type': 'text/html', 'retry-after': '60' })
          .end('<h1>Be right back</h1>')
      expect(await refused(subject)).toMatchObject({ status: 503, retryAfter: 60_000 })
      expect(count('/order')).toBe(1)
    },
  ],
  [
    'an error carries type, status, detail and subproblems',
    async (subject) => {
      const subproblems = [
        { ...problem('caa', { detail: 'forbidden' }), identifier: { type: 'dns', value: 'a.test' } },
      ]
      respond = (_, response) =>
        json(response, 403, problem('compound', { detail: 'two things', subproblems }))
      const { type, status, detail, subproblems: told } = await refused(subject)
      expect({ type, status, detail }).toEqual({ ...problem('compound'), status: 403, detail: 'two things' })
      expect(told).toEqual([{ ...problem('caa'), detail: 'forbidden', name: 'a.test' }])
    },
  ],
  [
    'a page of HTML is not taken for an answer',
    async (subject) => {
      respond = (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<form>Log in</form>')
      expect((await refused(subject)).type).toBe('inkseal:not-acme')
    },
  ],
  [
    'nonces are kept from answers, so one is fetched and not one for each request',
    async (subject) => {
      respond = (_, response) => json(response, 201, order)
      for (let times = 0; times < 3; times++) await subject.newOrder()
      expect(count('/nonce')).toBe(1)
    },
  ],
  [
    'a dozen refused nonces in a row are lived through, each with a fresh one',
    async (subject) => {
      respond = (_, response) =>
        count('/order') <= 12 ? json(response, 400, problem('badNonce')) : json(response, 201, order)
      await subject.newOrder()
      expect(count('/order')).toBe(13)
    },
  ],
  [
    'a nonce that is refused for ever is an error with a type',
    async (subject) => {
      respond = (_, response) => json(response, 400, problem('badNonce'))
      expect((await refused(subject)).is('badNonce')).toBe(true)
    },
  ],
  [
    'a proxy in the environment is not used',
    async (subject) => {
      process.env.HTTPS_PROXY = 'http://127.0.0.1:9'
      onTestFinished(() => {
        delete process.env.HTTPS_PROXY
      })
      respond = (_, response) => json(response, 201, order)
      await subject.newOrder()
    },
  ],
  [
    'polling waits for as many seconds as Retry-After says',
    async (subject) => {
      await waitsFor(subject, () => '1')
    },
  ],
  [
    'polling waits until the date that Retry-After says',
    async (subject) => {
      await waitsFor(subject, () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 1_000).toUTCString())
    },
  ],
]

async function waitsFor(subject: Subject, retryAfter: () => string) {
  const polls = () => requests.filter(({ path }) => path === '/my-order')
  respond = (_, response) => {
    const status = polls().length < 2 ? 'processing' : 'valid'
    json(response, 200, { ...order, status }, { 'retry-after': retryAfter() })
  }
  await subject.untilValid(at('/my-order'))
  const [first, second, ...more] = polls()
  expect(more).toEqual([])
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950)
}

describe('acme-client, mended', () => {
  it.each(mends)('%s', async (_, holds) => {
    const subject = await mended()
    onTestFinished(subject.close)
    await holds(subject)
  })
})

// Where one of these fails, acme-client has mended it itself and our mend can go.
describe('acme-client 5.4.0 as it is lacks that', () => {
  it.each(mends)('%s', async (_, holds) => {
    const late = new Promise((_, reject) => setTimeout(reject, 2_200, new Error('too late')))
    await expect(Promise.race([holds(await bare()), late])).rejects.toThrow()
  })
})

describe.skipIf(!hasPebble)('registering a known key at Pebble', () => {
  it('gives the account that it has, where acme-client fails', async () => {
    const pebble = await startPebble()
    onTestFinished(pebble.stop)
    const accountKey = newKey()
    const options = {
      directory: pebble.directory,
      trustedRoot: pebble.rootPem,
      clock: Date.now,
      timeout: 10_000,
    }
    const register = async () => {
      const client = await createClient({ ...options, accountKey })
      onTestFinished(client.close)
      return client.register({ termsOfServiceAgreed: true })
    }
    expect(await register()).toBe(await register())
    axios.defaults.httpsAgent = new Agent({ ca: pebble.rootPem })
    const again = new Client({ directoryUrl: pebble.directory, accountKey })
    await expect(again.createAccount({ termsOfServiceAgreed: true })).rejects.toThrow()
  })
})
