import { lastAtMost } from './mapped-text.ts'

export type Point = { readonly line: number; readonly column: number; readonly offset: number }

/** Makes the function that gives line and column (from 1) of an offset in a text. */
export function createLocator(text: string): (offset: number) => Point {
  const starts = [0]
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
    starts.push(index + 1)
  return (offset) => {
    const line = lastAtMost(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
}
