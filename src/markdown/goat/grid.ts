import { isText } from './is-text.ts'

/** The characters of a diagram. What lies outside is a space. */
export type Grid = {
  readonly width: number
  readonly height: number
  /** A character that draws; a space in the place of one that is text. */
  readonly at: (x: number, y: number) => string
  /** A character that is text; undefined where there is none. */
  readonly textAt: (x: number, y: number) => string | undefined
}

const TAB = 8

/** Reads a diagram, and tells lines from words. */
export function readGrid(diagram: string): Grid {
  const rows = diagram.split(/\r\n|[\r\n]/).map((line) => [...expandTabs(line)])
  const read = (x: number, y: number) => rows[y]?.[x] ?? ' '
  const texts = rows.map((row, y) => row.map((_, x) => isText(read, x, y)))
  return {
    width: Math.max(0, ...rows.map((row) => row.length)),
    height: rows.length,
    at: (x, y) => (texts[y]?.[x] ? ' ' : read(x, y)),
    textAt: (x, y) => (texts[y]?.[x] ? read(x, y) : undefined),
  }
}

const expandTabs = (line: string): string => {
  let expanded = ''
  for (const character of line.trimEnd())
    expanded += character === '\t' ? ' '.repeat(TAB - ([...expanded].length % TAB)) : character
  return expanded
}
