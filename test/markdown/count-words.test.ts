import { expect, test } from 'vitest'
import { countWords, isCjk } from '../../src/markdown/count-words.ts'

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

test('white space is what JavaScript has for it', () => {
  const wrong: number[] = []
  for (let code = 0; code <= 0xffff; code++) {
    const text = `a${String.fromCharCode(code)}b`
    if (countWords(text, { cjk: false }) !== text.match(/\S+/g)?.length) wrong.push(code)
  }
  expect(wrong).toEqual([])
})

test('the scripts of China, Japan and Korea are found wherever they lie', () => {
  const letters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
  const wrong: number[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = `a${String.fromCodePoint(code)}b`
    if (isCjk(text) !== letters.test(text)) wrong.push(code)
  }
  expect(wrong).toEqual([])
})
