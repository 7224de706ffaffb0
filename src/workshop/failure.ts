import type { Diagnostic } from '../base/diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import type { Failure } from './run-tasks.ts'

/** A failure as it goes from thread to thread: a copied error would lose its class. */
export type CopiedFailure = {
  readonly index: number
  /** Of a SiteError. */
  readonly diagnostics: readonly Diagnostic[] | undefined
  readonly message: string
  readonly stack: string | undefined
}

export function copyFailure({ index, error }: Failure): CopiedFailure {
  if (!(error instanceof Error))
    return { index, diagnostics: undefined, message: String(error), stack: undefined }
  const diagnostics = error instanceof SiteError ? error.diagnostics : undefined
  return { index, diagnostics, message: error.message, stack: error.stack }
}

export function restoreFailure({ index, diagnostics, message, stack }: CopiedFailure): Failure {
  if (diagnostics) return { index, error: new SiteError(diagnostics) }
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return { index, error }
}

/** What a thread alone would have met first. */
export function firstFailure(failures: readonly Failure[]): unknown {
  return failures.reduce<Failure | undefined>(
    (first, failure) => (first && first.index <= failure.index ? first : failure),
    undefined,
  )?.error
}
