import * as v from 'valibot'
import { printable } from './printable.ts'

/** What stands in for a problem type of the CA's where it did not answer in ACME at all. */
export const localTypes = {
  network: 'inkseal:network',
  timeout: 'inkseal:timeout',
  untrusted: 'inkseal:untrusted',
  notAcme: 'inkseal:not-acme',
  slow: 'inkseal:slow',
} as const

export type Subproblem = { readonly type: string; readonly detail: string; readonly name?: string }

type ProblemInit = {
  /** The whole type: `urn:ietf:params:acme:error:dns`, `about:blank`, or one of `localTypes`. */
  readonly type: string
  readonly detail: string
  /** The HTTP status; absent where there was no answer. */
  readonly status?: number
  /** The name that it is about. */
  readonly name?: string
  readonly subproblems?: readonly Subproblem[]
  /** How long the CA asks us to wait, in milliseconds. */
  readonly retryAfter?: number
}

/** The one error of the CA's side: a problem document (RFC 7807, RFC 8555 §6.7), or why there was none. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly type: string
  readonly detail: string
  readonly status: number | undefined
  readonly subject: string | undefined
  readonly subproblems: readonly Subproblem[]
  readonly retryAfter: number | undefined

  constructor(init: ProblemInit, options?: ErrorOptions) {
    const detail = printable(init.detail)
    const type = printable(init.type)
    super(`${type}: ${detail}`, options)
    this.type = type
    this.detail = detail
    this.status = init.status
    this.subject = init.name === undefined ? undefined : printable(init.name)
    this.subproblems = (init.subproblems ?? []).map(printableSubproblem)
    this.retryAfter = init.retryAfter
  }

  /** Whether it is the ACME error of that name: `is('rateLimited')`. */
  is(error: string): boolean {
    return this.type === `urn:ietf:params:acme:error:${error}`
  }
}

const identifier = v.optional(v.object({ value: v.string() }))

const problemDocument = v.object({
  type: v.optional(v.string(), 'about:blank'),
  detail: v.optional(v.string(), ''),
  status: v.optional(v.number()),
  identifier,
  subproblems: v.optional(
    v.array(
      v.object({
        type: v.optional(v.string(), 'about:blank'),
        detail: v.optional(v.string(), ''),
        identifier,
      }),
    ),
    [],
  ),
})

type Circumstances = { readonly status?: number; readonly name?: string; readonly retryAfter?: number }

/** Reads a problem document as a CA sends it, or as it lies in a challenge or an order. */
export function readProblem(document: unknown, circumstances: Circumstances = {}): Problem {
  const read = v.safeParse(problemDocument, document)
  if (!read.success) {
    const detail = `the answer ${circumstances.status ?? ''} is not one of an ACME server`.replace('  ', ' ')
    return new Problem({ type: localTypes.notAcme, detail, ...circumstances })
  }
  const { type, detail, status, subproblems } = read.output
  const name = read.output.identifier?.value
  return new Problem({
    type,
    detail,
    ...(status !== undefined && { status }),
    ...(name !== undefined && { name }),
    subproblems: subproblems.map((sub) => ({
      type: sub.type,
      detail: sub.detail,
      ...(sub.identifier && { name: sub.identifier.value }),
    })),
    ...circumstances,
  })
}

const printableSubproblem = ({ type, detail, name }: Subproblem): Subproblem => ({
  type: printable(type),
  detail: printable(detail),
  ...(name !== undefined && { name: printable(name) }),
})
