import { setTimeout as pause } from 'node:timers/promises'

export type Answer = {
  /** `unsure` where the site answers, but not what is asked. */
  readonly verdict: 'works' | 'dead' | 'unsure'
  readonly reason: string
}

export type AskOptions = { readonly userAgent: string; readonly timeout: number }

/** The longest that a site may have us wait before it is asked again. */
const PATIENCE = 30_000

/** Asks for the head of an address, and for the whole where a server knows no HEAD (RFC 9110 §9.3.2). */
export async function askOnce(url: string, options: AskOptions): Promise<Answer> {
  const head = await ask(url, { method: 'HEAD', ...options })
  if (head.status !== undefined && head.status < 400) return works
  if (head.isFinal) return head.answer
  if (head.retryAfter !== undefined) await pause(head.retryAfter)
  const whole = await ask(url, { method: 'GET', ...options })
  return whole.status !== undefined && whole.status < 400 ? works : whole.answer
}

const works: Answer = { verdict: 'works', reason: '' }

type Outcome = {
  /** Undefined where there was no answer. */
  readonly status: number | undefined
  /** Whether nothing else need be asked, or may be: there is no such host, or it has had enough questions. */
  readonly isFinal: boolean
  /** Milliseconds, where the site asks for patience. */
  readonly retryAfter: number | undefined
  readonly answer: Answer
}

async function ask(
  url: string,
  { method, userAgent, timeout }: AskOptions & { readonly method: 'HEAD' | 'GET' },
): Promise<Outcome> {
  try {
    const response = await follow(url, {
      method,
      headers: { 'user-agent': userAgent, accept: '*/*' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const { status } = response
    const wait = retryAfter(response)
    if (status >= 300 && status < 400)
      return { status: undefined, isFinal: true, retryAfter: wait, answer: circle }
    const verdict = status === 404 || status === 410 ? 'dead' : 'unsure'
    // Who is asked too often without saying how long to wait is asked no more (RFC 6585 §4).
    const isFinal = status === 429 && (wait === undefined || wait > PATIENCE)
    return { status, isFinal, retryAfter: wait, answer: { verdict, reason: `it answers ${status}` } }
  } catch (cause) {
    const code = codeOf(cause)
    const isFinal = code === 'ENOTFOUND'
    const reason = reasons[code] ?? `there is no answer (${code})`
    const verdict = isFinal || code === 'ECONNREFUSED' ? 'dead' : 'unsure'
    return { status: undefined, isFinal, retryAfter: undefined, answer: { verdict, reason } }
  }
}

/** How many times an address may lead on to another. */
const HOPS = 5

const circle: Answer = { verdict: 'dead', reason: `it leads on more than ${HOPS} times` }

/** Follows redirects; gives the last answer, a redirect where there are too many. */
async function follow(url: string, request: RequestInit): Promise<Response> {
  let address = url
  for (let hop = 0; ; hop++) {
    const response = await fetch(address, request)
    await response.body?.cancel()
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null || hop === HOPS) return response
    address = new URL(location, address).href
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3); the date is not worth a clock here. */
function retryAfter({ status, headers }: Response): number | undefined {
  if (status !== 429 && status !== 503) return undefined
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  ECONNREFUSED: 'nobody listens there',
  TimeoutError: 'it takes too long to answer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is from nobody who is known here',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is from nobody who is known here',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is from nobody who is known here',
}

/** fetch wraps what failed: the code stands in the cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error && 'code' in error.cause) return String(error.cause.code)
  return error.name
}
