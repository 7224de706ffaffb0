import type { Element, ElementContent, Root, RootContent } from 'hast'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'
import type { Expansion } from './remark-shortcodes.ts'

/** Puts in what the placeholders of `remarkShortcodes` stand for. A paragraph that holds nothing else gives way. */
export function rehypeShortcodes() {
  return (tree: Root, file: VFile): void => {
    const expansions = file.data.shortcodes ?? []
    if (expansions.length === 0) return
    visit(tree, (node, index, parent) => {
      if (node.type === 'element') {
        expandProperties(node, expansions)
        if (parent && index !== undefined && isLoneCall(node, expansions)) {
          const inner = node.children.flatMap((child) => contentOf(child, expansions))
          parent.children.splice(index, 1, ...inner)
          return [SKIP, index + inner.length]
        }
      }
      if (node.type !== 'text' || !parent || index === undefined) return undefined
      const inner = contentOf(node, expansions)
      parent.children.splice(index, 1, ...inner)
      return [SKIP, index + inner.length]
    })
  }
}

/** A paragraph of nothing but calls and white space: what they give is block content. */
function isLoneCall({ tagName, children }: Element, expansions: readonly Expansion[]): boolean {
  if (tagName !== 'p') return false
  return (
    children.some((child) => child.type === 'text' && child.value.includes('\ue0fd')) &&
    children.every((child) => child.type === 'text' && isOnlyCalls(child.value, expansions))
  )
}

function isOnlyCalls(text: string, expansions: readonly Expansion[]): boolean {
  const rest = text.replaceAll(PLACEHOLDER, (placeholder, digits: string) =>
    expansions[indexOfPlaceholder(digits)]?.type === 'html' ? '' : placeholder,
  )
  return rest.trim() === ''
}

function contentOf(node: ElementContent | RootContent, expansions: readonly Expansion[]): ElementContent[] {
  if (node.type !== 'text') return node.type === 'doctype' ? [] : [node]
  const parts: ElementContent[] = []
  let position = 0
  for (const match of node.value.matchAll(PLACEHOLDER)) {
    const expansion = expansions[indexOfPlaceholder(match[1] ?? '')]
    if (match.index > position) parts.push({ type: 'text', value: node.value.slice(position, match.index) })
    if (expansion) parts.push({ type: expansion.type === 'html' ? 'raw' : 'text', value: expansion.value })
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
    properties[name] = decoded.replaceAll(
      PLACEHOLDER,
      (_, digits: string) => expansions[indexOfPlaceholder(digits)]?.value ?? '',
    )
  }
}
