import type { Diagnostic } from '../base/diagnostic.ts'

/** How many warnings of one code a person reads at the end of a build. */
const SHOWN = 10

/** The first warnings of each code, and lines that say how many more there are. A moved blog may have hundreds. */
export function abridge(warnings: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[]
  readonly rest: readonly string[]
} {
  const counts = new Map<string, number>()
  const shown = warnings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= SHOWN
  })
  const rest = [...counts]
    .filter(([, count]) => count > SHOWN)
    .map(([code, count]) => `… and ${count - SHOWN} more of ${code}`)
  return { shown, rest: rest.length > 0 ? [...rest, '`inkseal check` lists them all'] : [] }
}
