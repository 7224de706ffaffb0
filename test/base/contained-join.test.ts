import path from 'node:path'
import { expect, test } from 'vitest'
import { containedJoin } from '../../src/base/contained-join.ts'

const root = path.resolve('/srv/site')

test.each([
  ['a.html', 'a.html'],
  ['a/../b.html', 'b.html'],
  ['./a//b', 'a/b'],
  ['', ''],
  ['..a/b', '..a/b'],
  ['...', '...'],
  ['a/..', ''],
])('%j stays inside', (relative, expected) => {
  expect(containedJoin(root, relative)).toBe(path.join(root, expected))
})

test.each(['..', '../', '../site2/a', 'a/../../b', '/etc/passwd', '../../../etc/passwd', 'a\0b'])(
  '%j does not',
  (relative) => {
    expect(containedJoin(root, relative)).toBeUndefined()
  },
)

test('a folder whose name begins with the root’s is outside', () => {
  expect(containedJoin(root, '../site-of-another/a')).toBeUndefined()
})
