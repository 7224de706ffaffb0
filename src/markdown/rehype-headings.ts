import GithubSlugger, { slug } from 'github-slugger'
import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { PLACEHOLDER } from './shortcodes/placeholder.ts'

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
  }
}

/**
 * Gives headings ids as GitHub makes them (repeats get `-1`, `-2`, an empty one is `heading`) and a link to
 * themselves, and collects them for a contents list.
 */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger()
    const headings: Heading[] = []
    visit(tree, 'element', (node) => {
      const depth = /^h([1-6])$/.exec(node.tagName)?.[1]
      // The heading of GFM's footnotes is there for screen readers and has its id already.
      if (depth === undefined || node.properties.id === 'footnote-label') return
      const text = textOf(node).replaceAll(PLACEHOLDER, '').trim()
      const given = typeof node.properties.id === 'string' ? node.properties.id : undefined
      const id = given ?? slugger.slug(slug(text) === '' ? 'heading' : text)
      node.properties.id = id
      const html = toHtml(withoutLinks(node.children)).replaceAll(PLACEHOLDER, '').trim()
      headings.push({ depth: Number(depth), id, text, html })
      node.children.push(anchorTo(id))
    })
    file.data.headings = headings
  }
}

/** A link inside a link of the contents list would not be valid. */
function withoutLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = withoutLinks(node.children)
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
