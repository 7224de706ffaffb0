import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { formatDiagnostic, placeName } from '../../src/base/format-diagnostic.ts'

const diagnostic: Diagnostic = {
  code: 'matter/invalid-date',
  severity: 'error',
  message: 'Cannot read date "2026-02-30": the calendar has no such day',
  hint: 'Write it as 2026-02-28',
  place: { path: 'content/a.md', line: 3, column: 7, text: 'date: 2026-02-30' },
}

const lines = (changes: Partial<Diagnostic> = {}) =>
  formatDiagnostic({ ...diagnostic, ...changes }, { color: false }).split('\n')

test('a diagnostic has its code, place, line, caret and hint', () => {
  expect(lines()).toEqual([
    'error matter/invalid-date Cannot read date "2026-02-30": the calendar has no such day',
    '  → content/a.md:3:7',
    '  3 │ date: 2026-02-30',
    '    │       ^',
    '  hint Write it as 2026-02-28',
  ])
})

test('what is not known is left out', () => {
  const { hint, place, ...bare } = diagnostic
  expect(hint && place).toBeTruthy()
  expect(formatDiagnostic(bare, { color: false }).split('\n')).toHaveLength(1)
  expect(lines({ place: { path: 'a.md' } })[1]).toBe('  → a.md')
  expect(lines({ place: { path: 'a.md', line: 3 } })).toHaveLength(3)
  expect(lines({ place: { path: 'a.md', line: 3, text: 'x' } })).toHaveLength(4)
})

test.each([
  ['in the first column', 'date', 1, 0],
  ['after a tab', '\tdate: x', 8, 10],
  ['after wide characters', '日付: x', 5, 6],
  ['after an emoji', '🖋 x', 4, 3],
])('the caret stands right %s', (_, text, column, columns) => {
  const caret = lines({ place: { path: 'a.md', line: 1, column, text } })[3]
  expect(caret).toBe(`    │ ${' '.repeat(columns)}^`)
})

test('the gutter is as wide as the line’s number', () => {
  const place = { path: 'a.md', line: 1234, column: 1, text: 'x' }
  expect(lines({ place }).slice(2, 4)).toEqual(['  1234 │ x', '       │ ^'])
})

test('colours change nothing but colours', () => {
  for (const severity of ['error', 'warning'] as const) {
    const colored = formatDiagnostic({ ...diagnostic, severity }, { color: true })
    expect(colored).toContain('\u001b[')
    expect(stripVTControlCharacters(colored)).toBe(lines({ severity }).join('\n'))
  }
})

test('a column without a line is not shown', () => {
  expect(placeName({ path: 'a.md', column: 3 })).toBe('a.md')
  expect(placeName({ path: 'a.md', line: 2, column: 3 })).toBe('a.md:2:3')
})

test('of a long line, what is around the place is shown', () => {
  const text = `${'a'.repeat(5000)}X${'b'.repeat(5000)}`
  const [, , line = '', caret = ''] = lines({ place: { path: 'a.md', line: 3, column: 5001, text } })
  expect(line.length).toBeLessThan(180)
  expect(line[caret.indexOf('^')]).toBe('X')
  expect(line).toMatch(/│ …a+Xb+…$/)
  const [, , first = '', under = ''] = lines({ place: { path: 'a.md', line: 3, column: 1, text } })
  expect(first).toMatch(/│ a+…$/)
  expect(first[under.indexOf('^')]).toBe('a')
})
