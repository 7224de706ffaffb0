import type { Element, Nodes, Root } from 'hast'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import { placeOfLine } from '../base/place-at.ts'
import { isFurniture } from './plain-text.ts'
import { linkAttributes } from './rehype-links.ts'
import type { PageLink } from './rendered.ts'
import { visit } from './visit.ts'

/** The file that the tree is of. */
export type ReferenceSource = { readonly path: string; readonly text: string }

export type References = { readonly links: readonly PageLink[]; readonly ids: ReadonlySet<string> }

/** What a finished document refers to, and what in it can be referred to, in document order. */
export function collectReferences(tree: Root, source: ReferenceSource): References {
  const links: PageLink[] = []
  const ids = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'raw') collectRaw(node.value, { links, ids, place: placeOf(node, source) })
    if (node.type !== 'element') return
    const { id, name } = node.properties
    if (typeof id === 'string') ids.add(id)
    if (node.tagName === 'a' && typeof name === 'string') ids.add(name)
    if (!isFurniture(node) && node.properties.dataFootnoteRef === undefined) {
      links.push(...linksOf(node, source))
    }
  })
  return { links, ids }
}

function linksOf(node: Element, source: ReferenceSource): readonly PageLink[] {
  const attributes = linkAttributes[node.tagName]
  if (!attributes) return []
  const place = placeOf(node, source)
  return attributes.flatMap((attribute) => {
    const url = node.properties[attribute]
    if (typeof url !== 'string') return []
    const target = node.data?.linkTargets?.[attribute] ?? url
    return [{ kind: kindOf(node.tagName, attribute), target, url, place }]
  })
}

function placeOf({ position }: Nodes, { path, text }: ReferenceSource): PageLink['place'] {
  return position && placeOfLine(path, text, { line: position.start.line, column: position.start.column })
}

function kindOf(tagName: string, attribute: string): PageLink['kind'] {
  if (tagName === 'a' || tagName === 'area') return 'link'
  return tagName === 'img' || attribute === 'poster' ? 'image' : 'media'
}

const TAG = /<([a-z][a-z\d]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi
const ATTRIBUTE = /([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g

type Found = {
  readonly links: PageLink[]
  readonly ids: Set<string>
  readonly place: PageLink['place']
}

/** What a shortcode gave is text: only its tags are looked at. */
function collectRaw(html: string, { links, ids, place }: Found): void {
  for (const [, tag = '', text = ''] of html.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(TAG)) {
    const tagName = tag.toLowerCase()
    for (const [, attribute = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
      const name = attribute.toLowerCase()
      const value = decode(double ?? single ?? bare ?? '')
      if (name === 'id' || (name === 'name' && tagName === 'a')) ids.add(value)
      if (!linkAttributes[tagName]?.includes(name)) continue
      links.push({ kind: kindOf(tagName, name), target: value, url: value, place })
    }
  }
}

const decode = (value: string) =>
  value
    .replaceAll(/&#x([\da-f]{1,6});/gi, (_, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replaceAll(/&#(\d{1,7});/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
