import { expect, test } from 'vitest'
import { printable } from '../../src/acme/printable.ts'

test('a text of a megabyte is cut before it is looked at', () => {
  expect(printable('a'.repeat(1024 * 1024))).toBe('a'.repeat(600))
})
