import type { Position } from 'unist'

type Place = { readonly line: number; readonly column: number }

export type FormulaPlace = {
  /** The text that the position is in. */
  readonly text: string
  readonly position: Position
  /** The formula as it was read: without delimiters, and without the markers of quotes and lists. */
  readonly tex: string
}

/** The place in the author's file of an offset in a formula: that of the formula where its lines cannot be found. */
export function placeInFormula(offset: number | undefined, { text, position, tex }: FormulaPlace): Place {
  const { line, column } = position.start
  if (offset === undefined) return { line, column }
  const source = text.split('\n', position.end.line)
  const before = tex.slice(0, offset).split('\n')
  const lines = tex.split('\n')
  let index = line - 1
  for (let number = 0; number < before.length; number++) {
    const wanted = (lines[number] ?? '').trim()
    const from = (at: number) => (at === line - 1 ? column - 1 : 0)
    while (index < source.length && !source[index]?.includes(wanted, from(index))) index++
    const start = source[index]?.indexOf(wanted, from(index))
    if (start === undefined) return { line, column }
    if (number === before.length - 1) {
      const indent = (lines[number] ?? '').length - (lines[number] ?? '').trimStart().length
      return { line: index + 1, column: start + 1 + Math.max((before[number]?.length ?? 0) - indent, 0) }
    }
    index++
  }
  return { line, column }
}
