import type { Nodes, Root } from 'hast'
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
  if (node.type === 'raw') parts.push(withoutAnchors(node.value).replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ' '))
  if (!('children' in node) || isFurniture(node)) return
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

/** What the pipeline adds to an author's words. */
export const isFurniture = (node: Nodes): boolean =>
  node.type === 'element' &&
  (node.properties.id === 'footnote-label' ||
    node.properties.dataFootnoteBackref !== undefined ||
    (node.tagName === 'a' && String(node.properties.className) === 'anchor'))

/** The same for HTML that a shortcode has had rendered. */
export const withoutAnchors = (html: string): string => html.replaceAll(/<a class="anchor"[^>]*>#<\/a>/g, '')
