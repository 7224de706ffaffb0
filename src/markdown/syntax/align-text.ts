import type { Text } from 'mdast'

/** Per UTF-16 unit of a text's value: its offset in the source, or -1 where an escape or a reference made it. */
export type Alignment = (index: number) => number

const PUNCTUATION = /[!-/:-@[-`{-~]/
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/iy

/**
 * Finds where each character of a text stands in the source: `\"` and `&quot;` are to be told from `"`. What cannot
 * be found, because a plugin made it, counts as made by an escape.
 */
export function alignText({ value, position }: Text, source: string): Alignment {
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined) return () => -1
  const slice = source.slice(start, end)
  if (slice === value && !/[\\&]/.test(value)) return (index) => start + index
  const offsets = walk(value, slice)
  return (index) => {
    const offset = offsets[index] ?? -1
    return offset === -1 ? -1 : start + offset
  }
}

function walk(value: string, slice: string): readonly number[] {
  const offsets: number[] = []
  let from = 0
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index] ?? ''
    if (wanted === '\n') {
      // White space before a line's end, and the markers of containers behind it, are no part of the value.
      const gap = at(/[ \t]*(?:\r\n|\n|\r)[ \t>]*/y, slice, from)
      if (gap === undefined) return offsets
      offsets.push(from)
      from += gap.length
    } else if (slice[from] === '\\' && slice[from + 1] === wanted && PUNCTUATION.test(wanted)) {
      offsets.push(-1)
      from += 2
    } else if (slice[from] === '&' && !value.startsWith(at(REFERENCE, slice, from) ?? '', index)) {
      offsets.push(-1)
      from += at(REFERENCE, slice, from)?.length ?? 1
      // A reference to a character outside of the basic plane makes two units.
      if (/[\ud800-\udbff]/.test(wanted)) {
        offsets.push(-1)
        index++
      }
    } else if (slice[from] === wanted) {
      offsets.push(from++)
    } else return offsets
  }
  return offsets
}

function at(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0]
}
