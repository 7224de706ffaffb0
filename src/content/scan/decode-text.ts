import { isUtf8 } from 'node:buffer'
import { SiteError } from '../../base/site-error.ts'

/**
 * The text of a file that an author wrote, without a byte order mark. A lone carriage return ends a line as well
 * (CommonMark §2.1).
 *
 * @throws SiteError content/encoding where it is not UTF-8, with the line on which that shows
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (isUtf16(bytes)) throw notUtf8({ path: name, line: 1, column: 1 }, 'it is UTF-16')
  if (!isUtf8(bytes)) throw notUtf8({ path: name, ...firstBadByte(bytes) }, 'it is not UTF-8 there')
  const text = decoder.decode(bytes)
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
}

const decoder = new TextDecoder()

/** By its byte order mark; without one, by zeros in the place of every other letter of the beginning. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return (
    first !== undefined &&
    ((first !== 0 && second === 0 && third !== 0 && fourth === 0) ||
      (first === 0 && second !== 0 && third === 0 && fourth !== 0))
  )
}

function firstBadByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (;;) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found
    const text = bytes.subarray(start, end)
    if (!isUtf8(text)) return { line, column: 1 + goodLetters(text) }
    if (found === -1) return { line, column: 1 }
    line++
    start = end + 1
  }
}

/** How many letters stand before the first that cannot be read. */
function goodLetters(line: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line)
  return Math.max(0, text.indexOf('\uFFFD'))
}

type Bad = { readonly path: string; readonly line: number; readonly column: number }

const notUtf8 = (place: Bad, reason: string) =>
  new SiteError({
    code: 'content/encoding',
    message: `Cannot read ${place.path}: ${reason}`,
    hint: 'Save the file as UTF-8',
    place,
  })
