import type { Code } from './codes.ts'

/** Where something stands in a file of the author's. Line and column count from 1; `text` is the whole line. */
export type Place = {
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly text?: string
}

export type Severity = 'error' | 'warning'

/**
 * One thing to tell the author. `message` reads "Cannot <do what> <to what>: <what is the case>", without a full
 * stop; `hint` is the one thing to do now.
 */
export type Diagnostic = {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place?: Place
}
