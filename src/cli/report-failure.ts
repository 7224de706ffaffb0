import { inspect } from 'node:util'
import type { Diagnostic } from '../base/diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import { explainSystemError } from './explain-system-error.ts'
import type { Terminal } from './terminal.ts'

/** Tells why a command failed: what an author can mend as diagnostics, all else with its stack, for a report. */
export function reportFailure(error: unknown, args: readonly string[], terminal: Terminal): void {
  const diagnostics = diagnosticsOf(error)
  if (diagnostics) {
    reportMistakes(diagnostics, args, terminal)
    return
  }
  terminal.tell('This is a mistake in Inkseal; please report it with the lines below')
  terminal.tell(inspect(error))
}

/** The same for a command that stands still: what it waits for will never come, and Node ends it. */
export function reportStandstill(args: readonly string[], terminal: Terminal): void {
  const diagnostic: Diagnostic = {
    code: 'cli/standstill',
    severity: 'error',
    message: 'Cannot finish the command: it waits for something that never comes',
    hint: 'Look through the plugins and the config for a promise that is never settled',
  }
  reportMistakes([diagnostic], args, terminal)
}

function diagnosticsOf(error: unknown): readonly Diagnostic[] | undefined {
  if (error instanceof SiteError) return error.diagnostics
  const explained = explainSystemError(error)
  return explained && [explained]
}

function reportMistakes(
  diagnostics: readonly Diagnostic[],
  args: readonly string[],
  terminal: Terminal,
): void {
  if (args.includes('--json')) {
    terminal.print(JSON.stringify({ ok: false, diagnostics }))
    return
  }
  terminal.report(diagnostics)
  if (diagnostics.length > 1)
    terminal.tell(terminal.paint('red', `${countOf(diagnostics)}. Nothing was changed.`))
}

function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
  return [count(errors, 'mistake'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])].join(' and ')
}
