import type { Log } from '../base/log.ts'
import { nextTry } from './backoff.ts'
import { explainProblem } from './explain-problem.ts'
import type { Generation } from './generations.ts'
import { Problem } from './problem.ts'
import type { Store, Trouble } from './store.ts'

export type TroubleOptions = {
  readonly error: unknown
  readonly before: Trouble | undefined
  readonly held: Generation | undefined
  readonly names: readonly string[]
  readonly directory: string
  readonly store: Store
  readonly now: number
  readonly log: Log
}

/** Tells of a failed try, and keeps it with the moment of the next one, so that a restart does not forget either. */
export async function recordTrouble(options: TroubleOptions): Promise<Trouble> {
  const { error, before, held, names, directory, store, now, log } = options
  const diagnostics = explainProblem(error, names, new URL(directory).host)
  const problem = problemIn(error)
  const failures = (before?.failures ?? 0) + 1
  const next = nextTry({ failures, retryAfter: problem?.retryAfter, held: held?.certificate, now })
  const [first] = diagnostics
  const trouble = {
    failures,
    at: now,
    nextTry: next,
    code: first?.code ?? 'acme/refused',
    message: diagnostics.map(({ message }) => message).join('\n'),
    ...(first?.hint !== undefined && { hint: first.hint }),
    ...(problem && { type: problem.type }),
    ...(problem?.status !== undefined && { status: problem.status }),
  }
  for (const diagnostic of diagnostics) log.report(diagnostic)
  log.info(`acme: the next try is at ${new Date(next).toISOString()}`)
  // Where the disk is the trouble, memory has to do.
  await store.trouble.write(trouble).catch(() => {})
  return trouble
}

/** The problem that decides how long to wait: of several names' the longest wait. */
function problemIn(error: unknown): Problem | undefined {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error]
  const problems = errors.filter((one) => one instanceof Problem)
  return problems.toSorted((a, b) => (b.retryAfter ?? 0) - (a.retryAfter ?? 0))[0]
}
