import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { firstFree, type HeadingIds, headingId, lastLine } from './heading-id.ts'
import { isFootnoteLabel } from './plain-text.ts'
import { textOfCalls } from './shortcodes/text-of-calls.ts'
import { visit } from './visit.ts'

/** A heading of the document. `html` is what stands in it, without links. */
export type Heading = {
  readonly depth: number
  readonly id: string
  readonly text: string
  readonly html: string
}

declare module 'vfile' {
  interface DataMap {
    headings: readonly Heading[]
    headingIds: Set<string>
  }
}

export type HeadingOptions = {
  /** How ids are made of texts. Default: `github`. */
  readonly ids?: HeadingIds | undefined
}

/**
 * Gives headings ids (repeats get `-1`, `-2`, an empty one is `heading`; one that has an id keeps it) and a link to
 * themselves, and collects them for a contents list.
 */
export function rehypeHeadings({ ids = 'github' }: HeadingOptions = {}) {
  return (tree: Root, file: VFile): void => {
    // A part of the page that is rendered by itself is given the file's data: its ids are not to be those of the page.
    const taken = file.data.headingIds ?? new Set<string>()
    file.data.headingIds = taken
    const counts = new Map<string, number>()
    const headings: Heading[] = []
    const words: Words = (text) => textOfCalls(text, file.data.shortcodes ?? [])
    visit(tree, 'element', (node) => {
      const depth = /^h([1-6])$/.exec(node.tagName)?.[1]
      // The label of footnotes is for screen readers and has its id already.
      if (depth === undefined || isFootnoteLabel(node)) return
      // As in Hugo, what is written in HTML is left as it is and stands in no contents list, and so is what is empty.
      if (node.data?.isRaw || node.children.length === 0) return
      const given = typeof node.properties.id === 'string' ? node.properties.id : undefined
      const id = given ?? firstFree(headingId(idText(node, words), ids), { taken, counts })
      taken.add(id)
      node.properties.id = id
      delete node.properties.dataIdFrom
      const text = words(textOf(node)).replaceAll(/\s+/g, ' ').trim()
      const html = toHtml(withoutLinks(node.children, words)).trim()
      headings.push({ depth: Number(depth), id, text, html })
      node.children.push(anchorTo(id))
    })
    file.data.headings = headings
  }
}

/** What a text says where shortcodes are called in it. */
type Words = (text: string) => string

/**
 * What Hugo makes an id of: the text with the texts of images, without footnote marks and addresses that show
 * themselves; of a heading of several lines, the last.
 */
function idText(heading: Element, words: Words): string {
  const { dataIdFrom } = heading.properties
  const text = typeof dataIdFrom === 'string' ? dataIdFrom : heading.children.map(partOfId).join('')
  return lastLine(words(text))
}

function partOfId(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'sup') return ''
  if (node.tagName === 'img') return typeof node.properties.alt === 'string' ? node.properties.alt : ''
  const text = node.children.map(partOfId).join('')
  return node.tagName === 'a' && node.properties.href === text ? '' : text
}

/** A link inside a link of the contents list would not be valid. */
function withoutLinks(nodes: readonly ElementContent[], words: Words): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ ...node, value: words(node.value) }]
    if (node.type !== 'element') return [node]
    const children = withoutLinks(node.children, words)
    if (node.tagName === 'a') return children
    if (node.tagName === 'sup' || node.tagName === 'img') return []
    const { id: _, ...properties } = node.properties
    return [{ ...node, properties, children }]
  })
}

const anchorTo = (id: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { className: ['anchor'], href: `#${id}`, ariaLabel: 'Link to this section' },
  children: [{ type: 'text', value: '#' }],
})
