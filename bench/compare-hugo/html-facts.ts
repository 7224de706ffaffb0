import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'

const processor = unified().use(rehypeRaw).freeze()

/** Reads a piece of HTML as a browser does. */
export function parseHtml(html: string): Root {
  const tree = processor.runSync({ type: 'root', children: [{ type: 'raw', value: html }] })
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

const blocks =
  /^(address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)$/

/** What a reader sees of it, white space as single spaces. */
export const plainText = (tree: Nodes): string => collect(tree).replaceAll(/\s+/g, ' ').trim()

function collect(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && (/^(script|style|template)$/.test(node.tagName) || isMark(node))) return ''
  const inner = node.children.map(collect).join('')
  return node.type === 'element' && blocks.test(node.tagName) ? ` ${inner} ` : inner
}

/** `## id text` of each heading, in document order. */
export function headingsIn(tree: Nodes): readonly string[] {
  return elementsIn(tree)
    .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
    .map((heading) => {
      const level = '#'.repeat(Number(heading.tagName.slice(1)))
      return `${level} ${heading.properties.id ?? ''} ${plainText(heading)}`.trim()
    })
}

/** The sign beside a heading that leads to the heading is a theme's, not the author's. */
const isMark = ({ tagName, properties }: Element) =>
  tagName === 'a' && String(properties.className) === 'anchor'

/** A nested list of links, such as a contents list: `id text`, indented. */
export function outlineOf(tree: Nodes, depth = -1): readonly string[] {
  if (!('children' in tree)) return []
  const isList = tree.type === 'element' && /^[uo]l$/.test(tree.tagName)
  const inside = isList ? depth + 1 : depth
  return tree.children.flatMap((child) => {
    if (child.type === 'element' && child.tagName === 'a') {
      const id = String(child.properties.href ?? '').replace(/^#/, '')
      return [
        `${'  '.repeat(Math.max(0, inside))}${decode(id)} ${textOf(child).replaceAll(/\s+/g, ' ').trim()}`,
      ]
    }
    return outlineOf(child as Nodes, inside)
  })
}

/** The path of a URL as both write it: without percent signs, a folder for its `index.html`. */
export function pathOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  return decode(path).replace(/(^|\/)index\.html$/, '$1')
}

/** Percent signs taken away, where they mean something. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const elementsIn = (node: Nodes | ElementContent): readonly Element[] =>
  'children' in node
    ? node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []))
    : []
