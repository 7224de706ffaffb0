import type { Element, ElementContent, Root, Text } from 'hast'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../visit.ts'
import { expandHtml } from './expand-html.ts'
import type { Expansion } from './expansion-table.ts'
import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'
import { renderFragments } from './render-fragments.ts'
import { splitParagraph } from './split-paragraph.ts'

/** Elements whose start tag ends an open paragraph (HTML §13.1.2.4, "Optional tags"). */
const BLOCK =
  /<(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|main|menu|nav|ol|p|pre|search|section|summary|table|ul)(?![\w-])/i

/**
 * Puts in what the placeholders of `remarkShortcodes` stand for. A paragraph of one call gives way, and one with a
 * block in it is split there.
 */
export function rehypeShortcodes(this: Processor) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const expansions = file.data.shortcodes ?? []
    if (expansions.length === 0) return
    await renderFragments(file, this)
    const blocks = new Set<ElementContent>()
    const contentOf = (node: Text) => expand(node, { expansions, blocks })
    visit(tree, (node, index, parent) => {
      if (node.type === 'element') {
        expandProperties(node, expansions)
        const lone = loneCall(node, expansions)
        if (lone && parent && index !== undefined) {
          const inner = contentOf(lone)
          parent.children.splice(index, 1, ...inner)
          return [SKIP, index + inner.length]
        }
      }
      if (node.type === 'comment' || node.type === 'raw') node.value = expandHtml(node.value, expansions)
      if (node.type !== 'text' || !parent || index === undefined) return undefined
      if (!node.value.includes('\ue0fd')) return undefined
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

/** The text of a paragraph of one call and nothing else, or of calls that give nothing: it needs no paragraph. */
function loneCall({ tagName, children }: Element, expansions: readonly Expansion[]): Text | undefined {
  const [child] = children
  if (tagName !== 'p' || children.length !== 1 || child?.type !== 'text') return undefined
  const calls = [...child.value.matchAll(PLACEHOLDER)].map(
    (match) => expansions[indexOfPlaceholder(match[1] ?? '')],
  )
  const isBare = child.value.replaceAll(PLACEHOLDER, '').trim() === ''
  if (calls.length === 0 || !isBare || calls.some((call) => call?.type === 'text')) return undefined
  const isEmpty = () => calls.every((call) => !call || expandHtml(call.value, expansions).trim() === '')
  return calls.length === 1 || isEmpty() ? child : undefined
}

type Context = { readonly expansions: readonly Expansion[]; readonly blocks: Set<ElementContent> }

/** What a text becomes; blocks in it are noted. */
function expand(node: Text, { expansions, blocks }: Context): ElementContent[] {
  const parts: ElementContent[] = []
  let position = 0
  for (const match of node.value.matchAll(PLACEHOLDER)) {
    const expansion = expansions[indexOfPlaceholder(match[1] ?? '')]
    if (match.index > position) parts.push({ type: 'text', value: node.value.slice(position, match.index) })
    if (expansion?.type === 'text') parts.push({ type: 'text', value: expansion.value })
    if (expansion?.type === 'html') {
      const { point } = expansion
      const part: ElementContent = {
        type: 'raw',
        value: expandHtml(expansion.value, expansions),
        ...(point && { position: { start: point, end: point } }),
      }
      if (BLOCK.test(part.value)) blocks.add(part)
      parts.push(part)
    }
    position = match.index + match[0].length
  }
  if (position < node.value.length) parts.push({ type: 'text', value: node.value.slice(position) })
  return parts
}

/** In an attribute a call stands for its text; addresses have been percent-encoded by then. */
function expandProperties({ properties }: Element, expansions: readonly Expansion[]): void {
  const expand = (value: string) => {
    if (!/\ue0fd|%EE%83%BD/.test(value)) return value
    const decoded = value.replaceAll(/(?:%EE%8[34567]%[89AB][0-9A-F])+/g, (encoded) =>
      decodeURIComponent(encoded),
    )
    return expandHtml(decoded, expansions)
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') properties[name] = expand(value)
    // Classes and the like are lists, and a call may stand for several of them.
    else if (Array.isArray(value)) {
      properties[name] = value.flatMap((item) => expand(String(item)).split(/\s+/).filter(Boolean))
    }
  }
}
