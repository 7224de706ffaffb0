import { expect, test } from 'vitest'
import { encodePath } from '../../src/base/encode-path.ts'

test.each([
  ['/tags/c#/', '/tags/c%23/'],
  ['/why?/', '/why%3F/'],
  ['/100%/ä b+c@d/', '/100%25/%C3%A4%20b+c@d/'],
  ['/\ud800/', '/%EF%BF%BD/'],
])('%j → %s', (path, encoded) => {
  expect(encodePath(path)).toBe(encoded)
})
