import { expect, test } from 'vitest'
import { fitTitle } from '../../../src/output/cards/fit-title.ts'

/** Every letter is half as wide as it is high. */
const measure = (text: string) => text.length / 2
const box = {
  width: 100,
  sizes: [
    { size: 20, lines: 2 },
    { size: 10, lines: 3 },
  ],
}

test('a title takes the largest size at which it fits', () => {
  expect(fitTitle('Ink', box, measure)).toEqual({ size: 20, lines: ['Ink'] })
  expect(fitTitle('one two three four five six seven', box, measure)).toEqual({
    size: 10,
    lines: ['one two three four', 'five six seven'],
  })
})

test('lines are of much the same length, and no more of them than need be', () => {
  expect(fitTitle('aaaa bbb cc', box, measure).lines).toEqual(['aaaa', 'bbb cc'])
})

test('a title that fits at no size is cut, and says so', () => {
  const { size, lines } = fitTitle('word '.repeat(40), box, measure)
  expect({ size, count: lines.length, end: lines.at(-1) }).toEqual({
    size: 10,
    count: 3,
    end: 'word word word word…',
  })
})

test('a word that no line holds is broken', () => {
  expect(fitTitle('x'.repeat(30), box, measure).lines).toEqual(['x'.repeat(20), 'x'.repeat(10)])
})

test('a title of nothing is nothing', () => {
  expect(fitTitle('  ', box, measure).lines).toEqual([])
})
