import { expect, test } from 'vitest'
import { countWords } from '../../src/markdown/count-words.ts'

test.each([
  ['', 0],
  ['one two  three\n', 3],
  ['a – b … c', 5],
  ['日本語 テキスト', 2],
])('words are what stands between white space: %s', (text, words) => {
  expect(countWords(text, { cjk: false })).toBe(words)
})

test('where no spaces stand between words, each character is one, as Hugo counts them', () => {
  expect(countWords('One 一二三 café x', { cjk: true })).toBe(9)
})
