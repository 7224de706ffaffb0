import type { PhrasingContent } from 'mdast'
import { alignText } from './align-text.ts'
import { sliceText } from './slice-text.ts'

type Range = { readonly from: number; readonly to: number; readonly source: string }

/**
 * What stands before and behind a range of the source that is cut out, without the line ends next to it. Undefined
 * where it begins or ends in a node that is no text.
 */
export function cutChildren(
  children: readonly PhrasingContent[],
  { from, to, source }: Range,
): { readonly before: PhrasingContent[]; readonly after: PhrasingContent[] } | undefined {
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  for (const child of children) {
    const start = child.position?.start.offset
    const end = child.position?.end.offset
    if (start === undefined || end === undefined) return undefined
    if (end <= from) before.push(child)
    else if (start >= to) after.push(child)
    else if (child.type === 'text') {
      const align = alignText(child, source)
      const indexes = Array.from({ length: child.value.length }, (_, index) => index)
      // White space goes with what is cut.
      const firstCut = indexes.find((index) => align(index) >= from) ?? child.value.length
      const first = child.value.slice(0, firstCut).trimEnd().length
      const nextKept = indexes.find((index) => align(index) >= to) ?? child.value.length
      const next = child.value.length - child.value.slice(nextKept).trimStart().length
      if (first > 0) before.push(sliceText(child, { align, from: 0, to: first }))
      if (next < child.value.length) {
        after.push(sliceText(child, { align, from: next, to: child.value.length }))
      }
    } else if (start < from || end > to) return undefined
  }
  return { before: trimEnd(before), after: trimStart(after) }
}

function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type === 'break') return trimEnd(nodes.slice(0, -1))
  if (last?.type !== 'text') return [...nodes]
  const value = last.value.replace(/\s+$/, '')
  return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }]
}

function trimStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes
  if (first?.type === 'break') return trimStart(rest)
  if (first?.type !== 'text') return [...nodes]
  const value = first.value.replace(/^\s+/, '')
  return value === '' ? trimStart(rest) : [{ ...first, value }, ...rest]
}
