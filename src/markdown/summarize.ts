import type { ElementContent, Root, RootContent } from 'hast'
import { findSummaryEnd, type SummaryOptions } from './find-summary-end.ts'
import { isFurniture, plainText, withoutAnchors } from './plain-text.ts'
import { splitAtMark } from './split-at-mark.ts'

export type Summary = {
  readonly nodes: readonly ElementContent[]
  /** Whether the author says where it ends. */
  readonly isMarked: boolean
  /** Whether the page goes on behind it. */
  readonly truncated: boolean
}

/**
 * Takes a document's summary, as Hugo 0.169 does: all before the comment `<!--more-->`, which goes; or the
 * blocks from the beginning to the one whose paragraph holds the 70th word. Where the mark stands in a list or a
 * quote, that is closed. Ids, footnotes and heading links stay behind: they belong to the page.
 */
export function summarize(tree: Root, options: SummaryOptions): Summary {
  const before = splitAtMark(tree)
  const nodes = strip(tree.children)
  const kept = before ? strip(before) : findSummaryEnd(nodes, options)
  return {
    nodes: kept,
    isMarked: before !== undefined,
    truncated: lengthOf(kept) < lengthOf(nodes),
  }
}

const lengthOf = (nodes: readonly ElementContent[]) =>
  plainText({ type: 'root', children: [...nodes] }).replaceAll(/\s+/g, '').length + count(nodes)

/** Pictures and players have no text. */
const count = (nodes: readonly ElementContent[]): number =>
  nodes.reduce((sum, node) => sum + 1 + (node.type === 'element' ? count(node.children) : 0), 0)

const strip = (nodes: readonly RootContent[]): ElementContent[] =>
  nodes.flatMap((node) => (node.type === 'doctype' ? [] : stripNode(node)))

function stripNode(node: ElementContent): ElementContent[] {
  if (node.type === 'raw') {
    return [{ ...node, value: withoutAnchors(node.value).replaceAll(/(<[a-z][^<>]*?) id="[^"]*"/gi, '$1') }]
  }
  if (node.type !== 'element') return node.type === 'comment' ? [] : [node]
  const isMark = node.children.some(
    (child) => child.type === 'element' && child.properties.dataFootnoteRef !== undefined,
  )
  if ((node.tagName === 'sup' && isMark) || isFurniture(node) || node.properties.dataFootnotes !== undefined)
    return []
  const { id: _, ...properties } = node.properties
  return [{ ...node, properties, children: node.children.flatMap(stripNode) }]
}
