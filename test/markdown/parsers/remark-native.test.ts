import { unified } from 'unified'
import { expect, test } from 'vitest'
import { loadNative } from '../../../src/markdown/parsers/load-native.ts'
import { remarkNative } from '../../../src/markdown/parsers/remark-native.ts'

/** How often the native parser was asked for, and the tree. */
function parse(text: string) {
  let natives = 0
  const load = () => {
    natives++
    return loadNative()
  }
  const tree = unified().use(remarkNative, { load }).parse(text)
  return { natives, tree }
}

test('a document is parsed natively', () => {
  expect(parse('a &amp; b').natives).toBe(1)
})

test('thousands of character references are left to the parser whose time they do not square', () => {
  const { natives, tree } = parse('&amp;'.repeat(20_000))
  expect(natives).toBe(0)
  expect(tree).toMatchObject({
    children: [{ type: 'paragraph', children: [{ type: 'text', value: '&'.repeat(20_000) }] }],
  })
  expect(parse('& '.repeat(20_000)).natives).toBe(1)
})
