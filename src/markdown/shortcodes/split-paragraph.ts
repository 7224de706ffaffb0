import type { Element, ElementContent } from 'hast'

/**
 * Lifts blocks out of a paragraph, in which they cannot stand: what is before and behind one becomes a paragraph of
 * its own. Where a block stands in emphasis or a link, that is split as well.
 */
export function splitParagraph(
  paragraph: Element,
  blocks: ReadonlySet<ElementContent>,
): readonly ElementContent[] {
  if (!holds(paragraph, blocks)) return [paragraph]
  return split(paragraph, blocks).flatMap((part): readonly ElementContent[] => {
    if (part.type !== 'element') return [part]
    const children = trim(part.children)
    return children.length > 0 ? [{ ...part, children }] : []
  })
}

const holds = (node: ElementContent, blocks: ReadonlySet<ElementContent>): boolean =>
  blocks.has(node) || (node.type === 'element' && node.children.some((child) => holds(child, blocks)))

function split(element: Element, blocks: ReadonlySet<ElementContent>): readonly ElementContent[] {
  const parts: ElementContent[] = []
  let properties = element.properties
  let inner: ElementContent[] = []
  const close = () => {
    if (inner.length === 0) return
    parts.push({ ...element, properties, children: inner })
    // An id is for one element.
    const { id: _, ...others } = properties
    properties = others
    inner = []
  }
  const pieces = element.children.flatMap((child) =>
    child.type === 'element' && holds(child, blocks) ? split(child, blocks) : [child],
  )
  for (const piece of pieces) {
    if (blocks.has(piece)) {
      close()
      parts.push(piece)
    } else inner.push(piece)
  }
  close()
  return parts
}

/** Without white space at either end, which a paragraph does not show. */
function trim(nodes: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = nodes
  if (first?.type === 'text' && first.value.trim() === '') return trim(others)
  const last = nodes.at(-1)
  if (last?.type === 'text' && last.value.trim() === '') return trim(nodes.slice(0, -1))
  return nodes.map((node) => {
    if (node.type !== 'text') return node
    const value = node === first ? node.value.trimStart() : node.value
    return { ...node, value: node === last ? value.trimEnd() : value }
  })
}
