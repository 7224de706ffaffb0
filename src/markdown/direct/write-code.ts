import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Code } from 'mdast'
import { highlightMarkup } from '../code/highlight-markup.ts'
import { isFence, readFence } from '../code/remark-fences.ts'
import { parseMarkup } from '../parse-markup.ts'
import { rewriteAsHugo } from '../summary/rewrite-as-hugo.ts'
import { escapeAttribute, escapeText } from './escape-html.ts'
import { giveUp, type Sheet } from './sheet.ts'

/** Coloured where it names its language (`remarkFences`, `rehypeCode`). */
export function writeCode(node: Code, sheet: Sheet): void {
  const language = languageOf(node, sheet)
  const value = node.value === '' ? '' : `${node.value}\n`
  const markup = language === undefined ? undefined : highlightMarkup(value, language)
  const names = language === undefined ? '' : ` class="hljs language-${escapeAttribute(language)}"`
  if (value.startsWith('\n')) sheet.hasBlankCode = true
  const start = sheet.html.length
  sheet.html += `<pre tabindex="0"><code${names}>`
  sheet.html += markup === undefined ? escapeText(value) : printed(markup)
  sheet.html += '</code></pre>'
  sheet.words += `${value}\n`
  const hugo = () => asHugo({ node, value, language, markup })
  sheet.variants.push({ start, end: sheet.html.length, hugo })
}

/** Undefined where there is none. Code that is drawn, or laid out in lines, goes the long way. */
function languageOf(node: Code, sheet: Sheet): string | undefined {
  if (node.data !== undefined) giveUp(sheet, 'code with attributes')
  if (!isFence(node, sheet.text)) return undefined
  const { language, options, mistakes } = readFence(node, {
    highlight: sheet.markdown.highlight,
    ordinal: sheet.fences++,
  })
  const { attributes, lineNumbers, marked, inline, plain } = options
  const isSpecial =
    mistakes.length > 0 ||
    inline ||
    plain ||
    lineNumbers !== false ||
    marked.length > 0 ||
    Object.keys(attributes).length > 0
  if (isSpecial) giveUp(sheet, 'code with options')
  if (/^(?:mermaid|goat)$/.test(language) || (language === 'math' && sheet.markdown.math))
    giveUp(sheet, 'a drawing')
  return language === '' ? undefined : language
}

/** highlight.js's HTML as hast-util-to-html would print it. */
const printed = (markup: string) =>
  markup.includes('&')
    ? markup.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (name) => entities[name] ?? name)
    : markup

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&#x26;',
  '&lt;': '&#x3C;',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

type Printed = {
  readonly node: Code
  readonly value: string
  readonly language: string | undefined
  readonly markup: string | undefined
}

function asHugo({ node: { position }, value, language, markup }: Printed): string {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: language === undefined ? {} : { className: ['hljs', `language-${language}`] },
    children: markup === undefined ? [{ type: 'text', value }] : parseMarkup(markup),
  }
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { tabIndex: 0 },
    children: [code],
    ...(position && { position }),
  }
  return toHtml({ type: 'root', children: [...rewriteAsHugo(pre)] })
}
