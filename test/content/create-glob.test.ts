import { expect, test } from 'vitest'
import { createGlob } from '../../src/content/create-glob.ts'

test.each([
  ['/posts/**', '/posts/a', true],
  ['/posts/**', '/posts/a/b', true],
  ['/posts/**', '/posts', false],
  ['/posts/*', '/posts/a', true],
  ['/posts/*', '/posts/a/b', false],
  ['/B/X*', '/b/xy', true],
  ['b/*', '/b/xy', false],
  ['**/z', '/b/n/z', true],
  ['{/o/a,/o/b}', '/o/b', true],
  ['{/o/a,/o/b}', '/o/c', false],
  ['{page,section}', 'section', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['a.b', 'axb', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  // What is no glob stands for itself.
  ['[', '[', true],
  ['[z-a]', '[z-a]', true],
  ['{a', 'a', true],
  ['(a|b)+', '(a|b)+', true],
])('%s and %s: %s', (glob, text, fits) => {
  expect(createGlob(glob)(text)).toBe(fits)
})
