import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Pebble } from './pebble.ts'

/** What passes through: the steps of an order as their paths at Pebble tell them. */
export type Step =
  | 'directory'
  | 'nonce'
  | 'account'
  | 'order'
  | 'orderStatus'
  | 'authorization'
  | 'challenge'
  | 'finalize'
  | 'certificate'
  | 'renewalInfo'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: string
}

/** Stands in for the CA's answer to a step: another reply, or nothing said while the socket is as it is left. */
export type Interfere = (
  step: Step,
  exchange: {
    readonly request: IncomingMessage
    readonly response: ServerResponse
    /** The body of the request: a JWS. */
    readonly body: string
    /** Pebble's own reply to this request. */
    readonly forward: () => Promise<Reply>
  },
) => Promise<Reply | 'silence' | undefined> | Reply | 'silence' | undefined

export type CaProxy = {
  readonly directory: string
  /** Every step so far, in order. */
  readonly steps: readonly Step[]
  readonly count: (step: Step) => number
  readonly interfere: (with_: Interfere | undefined) => void
  readonly stop: () => Promise<void>
}

const paths: readonly (readonly [RegExp, Step])[] = [
  [/^\/dir/, 'directory'],
  [/^\/nonce-plz/, 'nonce'],
  [/^\/sign-me-up/, 'account'],
  [/^\/order-plz/, 'order'],
  [/^\/my-order\//, 'orderStatus'],
  [/^\/authZ\//, 'authorization'],
  [/^\/chalZ\//, 'challenge'],
  [/^\/finalize-order\//, 'finalize'],
  [/^\/certZ\//, 'certificate'],
  [/renewalInfo/i, 'renewalInfo'],
]

/** A real HTTPS server in front of Pebble that can change its answers. Pebble makes its URLs from the Host it is asked by. */
export async function startCaProxy(pebble: Pebble): Promise<CaProxy> {
  const steps: Step[] = []
  let interfere: Interfere | undefined
  const server = createServer({ cert: pebble.tls.certificate, key: pebble.tls.key }, async (req, res) => {
    const step = paths.find(([path]) => path.test(req.url ?? ''))?.[1]
    const body = await text(req)
    const forward = () => passOn(pebble, req, body)
    if (step === undefined) return answer(res, await forward())
    steps.push(step)
    const reply =
      (await interfere?.(step, { request: req, response: res, body, forward })) ?? (await forward())
    if (reply !== 'silence' && !res.destroyed) answer(res, reply)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    directory: `https://localhost:${(server.address() as AddressInfo).port}/dir`,
    steps,
    count: (step) => steps.filter((one) => one === step).length,
    interfere(next) {
      interfere = next
    },
    async stop() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

function answer(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, connection: 'close' }).end(body)
}

function passOn(pebble: Pebble, incoming: IncomingMessage, body: string): Promise<Reply> {
  const url = new URL(incoming.url ?? '/', pebble.directory)
  return new Promise((resolve, reject) => {
    const { headers, method = 'GET' } = incoming
    const asking = request(url, { method, headers, ca: pebble.rootPem, agent: false }, async (response) => {
      const { 'transfer-encoding': _, 'content-length': __, ...rest } = response.headers
      const kept = Object.entries(rest).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      )
      resolve({
        status: response.statusCode ?? 500,
        headers: Object.fromEntries(kept),
        body: await text(response),
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let all = ''
  for await (const part of stream) all += String(part)
  return all
}
