import type { Text } from 'mdast'
import type { Alignment } from './align-text.ts'

/** A part of a text as a node of its own, with the position that it has in the source where that is known. */
export function sliceText(
  node: Text,
  { align, from, to }: { readonly align: Alignment; readonly from: number; readonly to: number },
): Text {
  const value = node.value.slice(from, to)
  const { position } = node
  if (!position || (from === 0 && to === node.value.length)) return { ...node, value }
  const start = from === 0 ? position.start : pointAt(node, align, from)
  const end = to === node.value.length ? position.end : pointAt(node, align, to)
  return start && end ? { type: 'text', value, position: { start, end } } : { type: 'text', value }
}

/** The point of a character, or of the one before where that stands for another. */
function pointAt(node: Text, align: Alignment, index: number) {
  const before = index > 0 ? align(index - 1) : -1
  const own = align(index)
  const offset = own !== -1 ? own : before !== -1 ? before + 1 : -1
  if (offset === -1 || !node.position) return undefined
  const lines = node.value.slice(0, index).split('\n')
  const { start } = node.position
  const onFirst = lines.length === 1
  // Columns behind a line's end are told from the line: containers' markers stand before it.
  const lineStart = index - (lines.at(-1) ?? '').length
  const first = align(lineStart)
  const column = onFirst ? start.column + offset - (start.offset ?? 0) : offset - first + 1
  return { line: start.line + lines.length - 1, column, offset }
}
