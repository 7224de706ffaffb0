import type { Place } from './diagnostic.ts'

/** The place of an offset (UTF-16 units from 0) in a file's text. */
export function placeAt(path: string, text: string, offset: number): Place {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < start; index = text.indexOf('\n', index + 1))
    line++
  return { path, line, column: offset - start + 1, text: lineFrom(text, start) }
}

/** The place of a line (from 1) and, where known, a column (from 1) in a file's text. */
export function placeOfLine(path: string, text: string, position: { line: number; column?: number }): Place {
  let start = 0
  for (let line = 1; line < position.line; line++) {
    start = text.indexOf('\n', start) + 1
    if (start === 0) return { path, ...position }
  }
  return { path, ...position, text: lineFrom(text, start) }
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '')
}
