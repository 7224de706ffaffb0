import type { IncomingHttpHeaders } from 'node:http'
import { Agent, request } from 'node:https'
import { localTypes, Problem, readProblem } from './problem.ts'
import { retryAfter } from './retry-after.ts'

// An ACME answer is a few kilobytes; a page that a captive portal sends may never end.
const longestAnswer = 1 << 20

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Parsed JSON, or text. */
  readonly data: unknown
}

type Call = {
  readonly url: string
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type Transport = {
  /** @throws Problem for whatever is not an ACME answer below 400, except a badNonce, which its caller tries again */
  readonly send: (call: Call) => Promise<Answer>
  readonly close: () => void
}

export type TransportOptions = {
  /** PEM of the root that the CA's own server is trusted by, in place of the system's. */
  readonly trustedRoot?: string | undefined
  /** Milliseconds for one request, from connecting to the last byte. */
  readonly timeout: number
  readonly clock: () => number
  readonly signal?: AbortSignal | undefined
}

/** HTTPS as an ACME client needs it: a time-out, no proxy, no redirects, no retries, one kind of error. */
export function createTransport({ trustedRoot, timeout, clock, signal }: TransportOptions): Transport {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, ...(trustedRoot && { ca: trustedRoot }) })

  async function send(call: Call): Promise<Answer> {
    const limit = AbortSignal.timeout(timeout)
    const either = signal ? AbortSignal.any([limit, signal]) : limit
    const answer = await exchange(call, agent, either).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw unanswered(call, error, limit.aborted ? timeout : undefined)
    })
    return judge(call, answer, clock())
  }

  return { send, close: () => agent.destroy() }
}

type RawAnswer = { status: number; headers: IncomingHttpHeaders; text: string }

async function exchange(call: Call, agent: Agent, signal: AbortSignal): Promise<RawAnswer> {
  try {
    return await once(call, agent, signal)
  } catch (error) {
    // The server closed a kept connection just as we took it: nothing was asked yet (see http.request's reusedSocket).
    if (error instanceof StaleSocket) return once(call, agent, signal)
    throw error
  }
}

class StaleSocket extends Error {
  override readonly name = 'StaleSocket'
}

function once(call: Call, agent: Agent, signal: AbortSignal): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'user-agent': 'inkseal acme-client/5.4.0', ...call.headers }
    const asking = request(call.url, { method: call.method, headers, agent, signal }, (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        if (length > longestAnswer) asking.destroy(new Error('the answer is too long'))
        else parts.push(part)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    asking.on('error', (error: NodeJS.ErrnoException) => {
      const stale = asking.reusedSocket && error.code === 'ECONNRESET'
      reject(stale ? new StaleSocket('the connection was closed', { cause: error }) : error)
    })
    asking.end(call.body)
  })
}

function unanswered(call: Call, error: unknown, timeout: number | undefined): Problem {
  const host = URL.parse(call.url)?.host ?? call.url
  if (timeout !== undefined) {
    const detail = `${host} did not answer within ${timeout / 1_000} seconds`
    return new Problem({ type: localTypes.timeout, detail }, { cause: error })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error ? error.message : String(error)
  const type = /CERT|SIGNATURE|ALTNAME|ISSUER/.test(code) ? localTypes.untrusted : localTypes.network
  return new Problem({ type, detail: `${host}: ${reason}` }, { cause: error })
}

function judge(call: Call, raw: RawAnswer, now: number): Answer {
  const { status, headers, text } = raw
  const wait = retryAfter(headers['retry-after'], now)
  const circumstances = { status, ...(wait !== undefined && { retryAfter: wait }) }
  const data = parse(headers['content-type'] ?? '', text)
  if (status >= 200 && status < 300) {
    if (data !== undefined || text === '') return { status, headers, data: data ?? '' }
    const host = URL.parse(call.url)?.host ?? call.url
    const detail = `${host} answered with ${headers['content-type'] ?? 'no type'} where an ACME server answers with JSON`
    throw new Problem({ type: localTypes.notAcme, detail, ...circumstances })
  }
  const problem = readProblem(data, circumstances)
  // RFC 8555 §6.5: the answer brings the next nonce, and acme-client tries again with it.
  if (status === 400 && problem.is('badNonce')) return { status, headers, data }
  throw problem
}

/** JSON or a PEM chain; undefined for all else. */
function parse(contentType: string, text: string): unknown {
  if (contentType.includes('pem-certificate-chain')) return text
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
