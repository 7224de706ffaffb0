import { expect, test } from 'vitest'
import { countWords } from '../../src/markdown/count-words.ts'

test.each([
  ['', 0],
  ['one two', 2],
  ["  it's - a dash, 2026!  ", 4],
  ['naïve café', 2],
  ['日本語', 3],
  ['用 Hugo 写', 3],
  ['Привет, мир', 2],
])('%j has %i', (text, words) => {
  expect(countWords(text)).toBe(words)
})
