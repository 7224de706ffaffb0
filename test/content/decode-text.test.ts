import { expect, test } from 'vitest'
import { decodeText } from '../../src/content/scan/decode-text.ts'

const told = (bytes: Uint8Array) => () => decodeText(bytes, 'content/a.md')

test('a byte order mark is no text, and a lone carriage return ends a line', () => {
  expect(decodeText(Buffer.from('\uFEFF---\r\na: é\r---\n'), 'content/a.md')).toBe('---\r\na: é\n---\n')
})

test.each([
  ['with a mark', Buffer.from('\uFEFF# Hi', 'utf16le')],
  ['without one', Buffer.from('# Hello', 'utf16le')],
  ['the other way round', Buffer.from('# Hello!', 'utf16le').swap16()],
])('UTF-16 %s is told', (_, bytes) => {
  expect(told(bytes)).toThrow(
    expect.objectContaining({ code: 'content/encoding', message: 'Cannot read content/a.md: it is UTF-16' }),
  )
})

test('bytes that are no UTF-8 are told where they stand', () => {
  expect(told(Buffer.from('---\ntitle: é\n---\nCafé au lait\n', 'latin1'))).toThrow(
    expect.objectContaining({
      code: 'content/encoding',
      hint: 'Save the file as UTF-8',
      place: { path: 'content/a.md', line: 2, column: 8 },
    }),
  )
  expect(told(Buffer.concat([Buffer.from('é\né'), Buffer.from([0xff])]))).toThrow(
    expect.objectContaining({ place: { path: 'content/a.md', line: 2, column: 2 } }),
  )
})
