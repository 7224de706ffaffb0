import { expect, test } from 'vitest'
import { nearest } from '../../src/base/nearest.ts'

const keys = ['title', 'language', 'timeZone', 'acme']

test.each([
  ['titel', 'title'],
  ['TITLE', 'title'],
  ['timezone', 'timeZone'],
  ['langauge', 'language'],
  ['amce', 'acme'],
  ['acm', 'acme'],
  ['colour', undefined],
  ['', undefined],
])('%j is meant to be %j', (word, expected) => {
  expect(nearest(word, keys)).toBe(expected)
})

test('nothing is near where there is nothing', () => {
  expect(nearest('title', [])).toBeUndefined()
})
