import type { Diagnostic } from './diagnostic.ts'

/** Where long-running parts tell what happens. Libraries never print: the command line passes a real one in. */
export type Log = {
  readonly info: (message: string) => void
  readonly report: (diagnostic: Diagnostic) => void
}

export const silentLog: Log = { info: () => {}, report: () => {} }
