import type { Comment, Element, ElementContent, Root, RootContent } from 'hast'

/**
 * Takes the comment `<!--more-->` out of a tree, and gives a copy of what stands before it, whose elements are closed;
 * undefined where there is none.
 */
export function splitAtMark(tree: Root): readonly RootContent[] | undefined {
  const before = takeBefore(tree)
  return before && trimEnd(before)
}

function takeBefore(parent: Root | Element): RootContent[] | undefined {
  const children: RootContent[] = parent.children
  for (const [index, child] of children.entries()) {
    if (isMark(child)) {
      children.splice(index, 1)
      return children.slice(0, index)
    }
    if (child.type !== 'element') continue
    const inner = takeBefore(child)
    if (!inner) continue
    const copy: Element = { ...child, children: trimEnd(inner.filter(isContent)).filter(isContent) }
    // A paragraph of the mark alone leaves nothing.
    if (child.children.every((node) => node.type === 'text' && node.value.trim() === '')) {
      children.splice(index, 1)
    }
    return [...children.slice(0, index), ...(copy.children.length > 0 ? [copy] : [])]
  }
  return undefined
}

const isMark = (node: RootContent): node is Comment => node.type === 'comment' && node.value === 'more'

const isContent = (node: RootContent): node is ElementContent => node.type !== 'doctype'

/** Without the white space that stood before the mark. */
function trimEnd(nodes: readonly RootContent[]): RootContent[] {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return [...nodes]
  const value = last.value.trimEnd()
  return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }]
}
