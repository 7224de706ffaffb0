import type { ElementContent } from 'hast'

/**
 * The lines of a highlighted text, without their ends. A span that goes over several lines (a comment, a string) is
 * closed at the end of each and opened again in the next. What the last line end leaves behind it is no line.
 */
export function splitLines(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const lines = split(nodes)
  return lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines
}

function split(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    const parts = partsOf(node)
    parts.forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part) lines.at(-1)?.push(part)
    })
  }
  return lines
}

/** A node's part in each line that it touches. */
function partsOf(node: ElementContent): readonly (ElementContent | undefined)[] {
  if (node.type === 'text')
    return node.value.split('\n').map((value) => (value === '' ? undefined : { type: 'text', value }))
  if (node.type !== 'element') return [node]
  return split(node.children).map((children) =>
    children.length === 0 ? undefined : { ...node, children: [...children] },
  )
}
