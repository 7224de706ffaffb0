import type { Element, ElementContent, Root, RootContent } from 'hast'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'
import type { Expansion } from './remark-shortcodes.ts'
import { splitParagraph } from './split-paragraph.ts'
import { withoutCalls } from './without-calls.ts'

/** Elements whose start tag ends an open paragraph (HTML §13.1.2.4, "Optional tags"). */
const BLOCK =
  /<(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|main|menu|nav|ol|p|pre|search|section|summary|table|ul)(?![\w-])/i

/**
 * Puts in what the placeholders of `remarkShortcodes` stand for. A paragraph that holds nothing else gives way, and
 * one with a block in it is split there.
 */
export function rehypeShortcodes() {
  return (tree: Root, file: VFile): void => {
    const expansions = file.data.shortcodes ?? []
    if (expansions.length === 0) return
    const blocks = new Set<ElementContent>()
    const contentOf = (node: ElementContent | RootContent) => expand(node, { expansions, blocks })
    visit(tree, (node, index, parent) => {
      if (node.type === 'element') {
        expandProperties(node, expansions)
        if (parent && index !== undefined && isLoneCall(node, expansions)) {
          const inner = node.children.flatMap(contentOf)
          parent.children.splice(index, 1, ...inner)
          return [SKIP, index + inner.length]
        }
      }
      if (node.type === 'comment' || node.type === 'raw') node.value = expandText(node.value, expansions)
      if (node.type !== 'text' || !parent || index === undefined) return undefined
      const inner = contentOf(node)
      parent.children.splice(index, 1, ...inner)
      return [SKIP, index + inner.length]
    })
    if (blocks.size === 0) return
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'p' || !parent || index === undefined) return undefined
      const parts = splitParagraph(node, blocks)
      parent.children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
  }
}

/** A paragraph of nothing but calls and white space: what they give is block content. */
function isLoneCall({ tagName, children }: Element, expansions: readonly Expansion[]): boolean {
  if (tagName !== 'p') return false
  return (
    children.some((child) => child.type === 'text' && child.value.includes('\ue0fd')) &&
    children.every((child) => child.type === 'text' && withoutCalls(child.value, expansions).trim() === '')
  )
}

type Context = { readonly expansions: readonly Expansion[]; readonly blocks: Set<ElementContent> }

/** What a text becomes; blocks in it are noted. */
function expand(node: ElementContent | RootContent, { expansions, blocks }: Context): ElementContent[] {
  if (node.type !== 'text') return node.type === 'doctype' ? [] : [node]
  const parts: ElementContent[] = []
  let position = 0
  for (const match of node.value.matchAll(PLACEHOLDER)) {
    const expansion = expansions[indexOfPlaceholder(match[1] ?? '')]
    if (match.index > position) parts.push({ type: 'text', value: node.value.slice(position, match.index) })
    if (expansion) {
      const part: ElementContent = {
        type: expansion.type === 'html' ? 'raw' : 'text',
        value: expansion.value,
      }
      if (part.type === 'raw' && BLOCK.test(part.value)) blocks.add(part)
      parts.push(part)
    }
    position = match.index + match[0].length
  }
  if (position < node.value.length) parts.push({ type: 'text', value: node.value.slice(position) })
  return parts
}

/** In an attribute a call stands for its text; addresses have been percent-encoded by then. */
function expandProperties({ properties }: Element, expansions: readonly Expansion[]): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || !/\ue0fd|%EE%83%BD/.test(value)) continue
    const decoded = value.replaceAll(/(?:%EE%8[34567]%[89AB][0-9A-F])+/g, (encoded) =>
      decodeURIComponent(encoded),
    )
    properties[name] = expandText(decoded, expansions)
  }
}

const expandText = (text: string, expansions: readonly Expansion[]) =>
  text.replaceAll(PLACEHOLDER, (_, digits: string) => expansions[indexOfPlaceholder(digits)]?.value ?? '')
