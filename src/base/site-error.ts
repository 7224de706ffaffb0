import type { Diagnostic } from './diagnostic.ts'

/**
 * The one error of the program. It carries one diagnostic or, where a stage collected them, many; `code`, `hint`
 * and `place` are those of the first.
 */
export class SiteError extends Error {
  override readonly name = 'SiteError'
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: SiteErrorInit | readonly Diagnostic[], options?: ErrorOptions) {
    const all = isList(diagnostics) ? diagnostics : [{ severity: 'error' as const, ...diagnostics }]
    super(all.map(({ message }) => message).join('\n'), options)
    this.diagnostics = all
  }

  get code() {
    return this.diagnostics[0]?.code
  }

  get hint() {
    return this.diagnostics[0]?.hint
  }

  get place() {
    return this.diagnostics[0]?.place
  }
}

type SiteErrorInit = Omit<Diagnostic, 'severity'>

const isList = (value: SiteErrorInit | readonly Diagnostic[]): value is readonly Diagnostic[] =>
  Array.isArray(value)
