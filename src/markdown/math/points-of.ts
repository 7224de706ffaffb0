export type Point = { readonly line: number; readonly column: number; readonly offset: number }

/** Tells the place of any offset of a text. Offsets, lines and columns as unist counts them. */
export function pointsOf(text: string): (offset: number) => Point {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n|\r(?!\n)/g), ({ index }) => index + 1)]
    const line = lastAtOrBefore(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
