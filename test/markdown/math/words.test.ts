import type { Root } from 'hast'
import { expect, test } from 'vitest'
import { parseMarkup } from '../../../src/markdown/parse-markup.ts'
import { plainText } from '../../../src/markdown/plain-text.ts'

test('a formula counts as the TeX that the author wrote', () => {
  const children = parseMarkup(
    'for <math><semantics><mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow><annotation>a = b</annotation></semantics></math> only',
  )
  expect(plainText({ type: 'root', children } as Root)).toBe('for a = b only')
})
