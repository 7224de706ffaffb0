import { expect, test } from 'vitest'
import type { Place } from '../../src/base/diagnostic.ts'
import { sortDiagnostics } from '../../src/base/sort-diagnostics.ts'

test('by file, line and column, with what has no place first', () => {
  const places: (Place | undefined)[] = [
    { path: 'b.md', line: 1 },
    { path: 'a.md', line: 10, column: 1 },
    undefined,
    { path: 'a.md', line: 9, column: 20 },
    { path: 'a.md', line: 9, column: 3 },
    { path: 'a.md' },
  ]
  const diagnostics = places.map((place) => ({
    code: 'content/read' as const,
    severity: 'error' as const,
    message: 'x',
    ...(place && { place }),
  }))
  const sorted = sortDiagnostics(diagnostics).map(({ place }) => place)
  expect(sorted).toEqual([2, 5, 4, 3, 1, 0].map((index) => places[index]))
  expect(diagnostics[0]?.place).toEqual(places[0])
})

test('what is said twice is said once', () => {
  const told = {
    code: 'content/menu',
    severity: 'warning',
    message: 'x',
    place: { path: 'hugo.toml' },
  } as const
  expect(sortDiagnostics([told, { ...told }, { ...told, message: 'y' }])).toHaveLength(2)
})
