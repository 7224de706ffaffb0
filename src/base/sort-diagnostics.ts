import type { Diagnostic } from './diagnostic.ts'

/** In the order in which a person reads: by file, then by line and column; what has no place comes first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(({ place: a }, { place: b }) => {
    const byPath = (a?.path ?? '') < (b?.path ?? '') ? -1 : Number(a?.path !== b?.path)
    return byPath || (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
  })
}
