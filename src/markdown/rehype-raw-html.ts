import type { Element, Root } from 'hast'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import type { VFile } from 'vfile'
import { visit } from './visit.ts'

/**
 * Parses raw HTML into the tree, so that every later plugin sees it and what is left open is closed. A full HTML
 * parser is slow: it is loaded and run only where a page has more of it than comments.
 */
export function rehypeRawHtml() {
  return async (tree: Root, file: VFile): Promise<Root> => {
    if (!hasRawHtml(tree)) return tree
    const { default: rehypeRaw } = await import('rehype-raw')
    markHeadings(tree)
    const result: unknown = rehypeRaw()(tree, file)
    const parsed = isRoot(result) ? result : tree
    tellRawHeadings(parsed)
    return parsed
  }
}

declare module 'hast' {
  interface ElementData {
    /** Whether a heading was written in HTML. */
    isRaw?: boolean | undefined
  }
}

/** Nothing but attributes comes through the HTML parser. */
function markHeadings(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (isHeading(node)) node.properties.dataFromMarkdown = true
  })
}

function tellRawHeadings(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (!isHeading(node)) return
    if (node.properties.dataFromMarkdown === undefined) node.data = { ...node.data, isRaw: true }
    delete node.properties.dataFromMarkdown
  })
}

const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName)

/** Turns raw nodes that are one comment into comment nodes, and says whether others are left. */
function hasRawHtml(tree: Root): boolean {
  let found = false
  visit(tree, 'raw', (node, index, parent) => {
    const comment = /^\s*<!--([\s\S]*?)-->\s*$/.exec(node.value)?.[1]
    if (comment !== undefined && !comment.includes('--') && parent && index !== undefined) {
      parent.children[index] = { type: 'comment', value: comment }
    } else found = true
  })
  return found
}

const isRoot = (value: unknown): value is Root =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'root'
