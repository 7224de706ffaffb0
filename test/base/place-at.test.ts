import { expect, test } from 'vitest'
import { placeAt, placeOfLine } from '../../src/base/place-at.ts'

const text = 'one\ntwo\r\n\nfour'

test.each([
  [0, 1, 1, 'one'],
  [2, 1, 3, 'one'],
  [3, 1, 4, 'one'],
  [4, 2, 1, 'two'],
  [6, 2, 3, 'two'],
  [9, 3, 1, ''],
  [10, 4, 1, 'four'],
  [14, 4, 5, 'four'],
])('offset %i is line %i, column %i', (offset, line, column, shown) => {
  expect(placeAt('a.md', text, offset)).toEqual({ path: 'a.md', line, column, text: shown })
})

test('every offset is where counting characters puts it', () => {
  let line = 1
  let column = 1
  for (let offset = 0; offset <= text.length; offset++) {
    expect(placeAt('a.md', text, offset)).toMatchObject({ line, column })
    if (text[offset] === '\n') {
      line++
      column = 1
    } else column++
  }
})

test('a line by its number', () => {
  expect(placeOfLine('a.md', text, { line: 2 })).toEqual({ path: 'a.md', line: 2, text: 'two' })
  expect(placeOfLine('a.md', text, { line: 4, column: 2 })).toMatchObject({ column: 2, text: 'four' })
  expect(placeOfLine('a.md', text, { line: 9 })).toEqual({ path: 'a.md', line: 9 })
})
