import { expect, test } from 'vitest'
import { urlize } from '../../src/content/url/urlize.ts'

test.each([
  ["Let's Encrypt", 'lets-encrypt'],
  ['Number Two', 'number-two'],
  ['isrg-CP-CPS-v5.9', 'isrg-cp-cps-v5.9'],
  ['C++ & C#', 'c++-c#'],
  ['@home', '@home'],
  ['Ärger über Öl', 'ärger-über-öl'],
  ['日本 語', '日本-語'],
  ['a/b_c', 'a/b_c'],
  ['?!', ''],
])('%s → %s', (name, expected) => {
  expect(urlize(name)).toBe(expected)
})
