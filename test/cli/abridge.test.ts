import { expect, test } from 'vitest'
import { abridge } from '../../src/cli/abridge.ts'

const warnings = (code: 'link/broken' | 'content/alias', count: number) =>
  Array.from({ length: count }, (_, index) => ({
    code,
    severity: 'warning' as const,
    message: `${code} ${index}`,
  }))

test('few warnings are all shown', () => {
  const few = warnings('link/broken', 10)
  expect(abridge(few)).toEqual({ shown: few, rest: [] })
})

test('of many, the first of each code are shown and the rest is counted', () => {
  const { shown, rest } = abridge([...warnings('link/broken', 400), ...warnings('content/alias', 3)])
  expect(shown).toHaveLength(13)
  expect(rest).toEqual(['… and 390 more of link/broken', '`inkseal check` lists them all'])
})
