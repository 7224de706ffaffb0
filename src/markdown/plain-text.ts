import type { Element, Nodes, Root } from 'hast'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'

/** Elements that stand in a line of text, so that no word ends where they do. */
const inline = new Set(
  'a abbr b bdi bdo button cite code data del dfn em font i input ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The text of a document as a reader counts it: without heading links and what footnotes add to be found. */
export function plainText(tree: Root): string {
  const parts: string[] = []
  collect(tree, parts)
  return parts.join('')
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value)
  if (node.type === 'raw') parts.push(withoutAnchors(node.value).replaceAll(NO_TEXT, ' '))
  if (!('children' in node) || isFurniture(node) || isScript(node)) return
  const isFormula = node.type === 'element' && node.tagName === 'math'
  for (const child of isFormula ? texOf(node) : node.children) collect(child, parts)
  if (isFormula) return
  if (node.type === 'element' && !inline.has(node.tagName)) parts.push('\n')
}

/** A formula's TeX, as the author wrote it: each sign of MathML is an element, and none is a word. */
function texOf(node: Nodes): readonly Nodes[] {
  if (node.type === 'element' && node.tagName === 'annotation') return node.children
  return 'children' in node ? node.children.flatMap(texOf) : []
}

const NO_TEXT = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi

const isScript = (node: Nodes) => node.type === 'element' && /^(script|style)$/.test(node.tagName)

/** What the pipeline adds to an author's words. */
export const isFurniture = (node: Nodes): boolean =>
  node.type === 'element' &&
  (isFootnoteLabel(node) || isAnchor(node) || node.properties.dataFootnoteBackref !== undefined)

export const isFootnoteLabel = ({ properties }: Element): boolean => properties.id === 'footnote-label'

/** The link of a heading to itself. */
export const isAnchor = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && String(properties.className) === 'anchor'

/** The same for HTML that a shortcode has had rendered. */
export const withoutAnchors = (html: string): string => html.replaceAll(/<a class="anchor"[^>]*>#<\/a>/g, '')
