import type { MarkdownConfig } from '../config/markdown-config.ts'
import type { Heading } from './rehype-headings.ts'

/** One line of a contents list. Where a level is left out between two headings, a line without a heading holds it. */
export type ContentsEntry = {
  readonly heading: Heading | undefined
  readonly children: readonly ContentsEntry[]
}

/**
 * Nests headings by their levels, from `startLevel` to `endLevel` (-1: all), as Hugo's `.TableOfContents` does. What
 * stands under headings above the start level comes in one list.
 */
export function createContents(
  headings: readonly Heading[],
  { startLevel, endLevel }: Pick<MarkdownConfig['contents'], 'startLevel' | 'endLevel'>,
): readonly ContentsEntry[] {
  const shown = headings.filter(({ depth }) => endLevel === -1 || depth <= endLevel)
  let entries = nest(shown, 1)
  for (let level = 1; level < startLevel; level++) entries = entries.flatMap(({ children }) => children)
  return entries
}

function nest(headings: readonly Heading[], level: number): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = []
  for (let index = 0; index < headings.length; ) {
    const first = headings[index]
    const heading = first?.depth === level ? first : undefined
    const from = heading ? index + 1 : index
    const next = headings.findIndex(({ depth }, at) => at >= from && depth <= level)
    const end = next === -1 ? headings.length : next
    entries.push({ heading, children: nest(headings.slice(from, end), level + 1) })
    index = end
  }
  return entries
}
