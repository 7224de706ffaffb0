import type { Element, ElementContent } from 'hast'

const TOKEN = /<span class="([^"]*)">|<\/span>|[^<]+/g

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

/** The tree of what highlight.js gives: text with five entities, in spans that have one attribute, the class. */
export function parseHighlighted(html: string): ElementContent[] {
  const root: ElementContent[] = []
  const open = [root]
  for (const [token, classes] of html.matchAll(TOKEN)) {
    if (token === '</span>') open.pop()
    else if (classes === undefined) open.at(-1)?.push({ type: 'text', value: decode(token) })
    else {
      const span: Element = {
        type: 'element',
        tagName: 'span',
        properties: { className: classes.split(' ') },
        children: [],
      }
      open.at(-1)?.push(span)
      open.push(span.children)
    }
  }
  return root
}

const decode = (text: string) =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
