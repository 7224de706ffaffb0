import type { Edit } from '../edit.ts'

const minute = 60_000

/** Time goes by, and nothing else happens. */
export const clockEdits: readonly Edit[] = [
  passing('minutes', minute),
  passing('hours', 60 * minute),
  passing('days', 1440 * minute),
  passing('days', 1440 * minute),
  { name: 'clock: nothing at all', apply: () => 'built again' },
]

function passing(unit: string, length: number): Edit {
  return {
    name: `clock: ${unit} later`,
    apply(site, random) {
      const count = 1 + random.below(5)
      site.advance(count * length)
      return String(count)
    },
  }
}
