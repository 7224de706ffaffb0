import type { Nodes, Root } from 'mdast'

export type Range = { readonly start: number; readonly end: number }

/** Where formulas can begin: a block of inline text, without the parts in which Markdown reads nothing either. */
export type LiveRange = Range & { readonly dead: readonly Range[]; readonly quotes: number }

/**
 * The blocks of inline text in a tree that was parsed without formulas. Code, HTML, images and the addresses of links
 * are dead. `quotes` says in how many block quotes a block stands.
 */
export function liveRanges(tree: Root, text: string): readonly LiveRange[] {
  const found: LiveRange[] = []
  const visit = (node: Nodes, quotes: number): void => {
    const range = rangeOf(node)
    if (range && isInlineText(node)) found.push({ ...range, dead: deadRanges(node, text), quotes })
    else if ('children' in node)
      for (const child of node.children) visit(child, node.type === 'blockquote' ? quotes + 1 : quotes)
  }
  visit(tree, 0)
  return found.toSorted((one, other) => one.start - other.start)
}

/** Terms of definition lists have a type that plugins bring. */
const isInlineText = ({ type }: Nodes): boolean => /^(?:paragraph|heading|tableCell)$|Term$/.test(type)

function deadRanges(node: Nodes, text: string): readonly Range[] {
  const range = rangeOf(node)
  if (!range) return []
  if (/^(?:inlineCode|html|image|imageReference|footnoteReference)$/.test(node.type)) return [range]
  if (!('children' in node)) return []
  const inner = node.children.flatMap((child) => deadRanges(child, text))
  if (node.type !== 'link' && node.type !== 'linkReference') return inner
  // An address that stands for itself is not text.
  if (text[range.start] !== '[') return [range]
  const last = node.children.at(-1)
  const textEnd = last && rangeOf(last)?.end
  return [...inner, { start: textEnd ?? range.start, end: range.end }]
}

function rangeOf({ position }: Nodes): Range | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? undefined : { start, end }
}
