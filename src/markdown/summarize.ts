import type { ElementContent, Root, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { countWords } from './count-words.ts'

/** How many words a summary has at least, where its author does not say where it ends (Hugo's `summaryLength`). */
const WORDS = 70

export type Summary = { readonly nodes: readonly RootContent[]; readonly truncated: boolean }

/**
 * Takes a document's summary: all before the comment `<!--more-->`, which goes, or whole blocks of prose until
 * there are 70 words. Ids, footnote marks and heading links stay behind: they belong to the page.
 */
export function summarize(tree: Root): Summary {
  const more = tree.children.findIndex((node) => node.type === 'comment' && node.value.trim() === 'more')
  if (more !== -1) {
    const nodes = tree.children.slice(0, more)
    tree.children.splice(more, 1)
    // With nothing before it the mark says nothing.
    if (isProse(nodes)) return { nodes: strip(nodes), truncated: isProse(tree.children.slice(more)) }
  }
  const prose = tree.children.filter(
    (node) => node.type === 'element' && /^(p|ul|ol|blockquote|dl)$/.test(node.tagName),
  )
  const nodes = takeProse(prose)
  const all = tree.children.filter((node) => node.type === 'element')
  return { nodes: strip(nodes), truncated: nodes.length < all.length }
}

function takeProse(prose: readonly RootContent[]): readonly RootContent[] {
  let words = 0
  for (const [index, node] of prose.entries()) {
    words += countWords('children' in node ? textOf(node) : '')
    if (words >= WORDS) return prose.slice(0, index + 1)
  }
  return prose
}

const isProse = (nodes: readonly RootContent[]) => nodes.some((node) => node.type === 'element')

function strip(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => (node.type === 'doctype' ? [] : stripNode(node)))
}

function stripNode(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return node.type === 'comment' ? [] : [node]
  const isMark = node.children.some(
    (child) => child.type === 'element' && child.properties.dataFootnoteRef !== undefined,
  )
  const isAnchor = node.tagName === 'a' && String(node.properties.className) === 'anchor'
  if ((node.tagName === 'sup' && isMark) || isAnchor) return []
  const { id: _, ...properties } = node.properties
  return [{ ...node, properties, children: node.children.flatMap(stripNode) }]
}
