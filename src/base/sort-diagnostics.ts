import type { Diagnostic } from './diagnostic.ts'

/**
 * In the order in which a person reads: by file, then by line and column; what has no place comes first. What is said
 * word for word twice, as by two languages of a site, is said once.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]))
  return [...once.values()].sort(({ place: a }, { place: b }) => {
    const byPath = (a?.path ?? '') < (b?.path ?? '') ? -1 : Number(a?.path !== b?.path)
    return byPath || (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
  })
}
