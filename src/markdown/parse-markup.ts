import type { Element, ElementContent } from 'hast'

const TOKEN = /<([a-z]+)((?:\s+[\w-]+\s*=\s*"[^"]*")*)\s*(\/?)>|<\/[a-z]+>|[^<]+/g
const ATTRIBUTE = /([\w-]+)\s*=\s*"([^"]*)"/g

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

/** The tree of what KaTeX and highlight.js give: elements that are all closed, quoted attributes, text with five entities. */
export function parseMarkup(markup: string): ElementContent[] {
  const root: ElementContent[] = []
  const open = [root]
  for (const [token, tagName, attributes = '', selfClosing] of markup.matchAll(TOKEN)) {
    if (token.startsWith('</')) open.pop()
    else if (tagName === undefined) open.at(-1)?.push({ type: 'text', value: decode(token) })
    else {
      const element: Element = {
        type: 'element',
        tagName,
        properties: Object.fromEntries(
          Array.from(attributes.matchAll(ATTRIBUTE), ([, name = '', value = '']) =>
            name === 'class' ? ['className', value.split(' ')] : [name, decode(value)],
          ),
        ),
        children: [],
      }
      open.at(-1)?.push(element)
      if (selfClosing === '') open.push(element.children)
    }
  }
  return root
}

const decode = (text: string) =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
