import type { Element, ElementContent, Properties } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { grammarOf } from '../code/grammars.ts'
import { languageOf } from '../code/language-of.ts'
import { isAnchor, isFootnoteLabel, withoutAnchors } from '../plain-text.ts'
import { countableCode } from './countable-code.ts'

/**
 * A node in the HTML that Hugo 0.169 would print for it, as far as its search for a summary's end goes: it counts
 * words in HTML, and takes some attributes for words.
 */
export function rewriteAsHugo(node: ElementContent): readonly ElementContent[] {
  if (node.type === 'raw') return [{ ...node, value: withHugoPlayers(withoutAnchors(node.value)) }]
  if (node.type !== 'element') return [node]
  if (isAnchor(node) || isFootnoteLabel(node)) return []
  return rewriters[node.tagName]?.(node) ?? [{ ...node, children: inside(node) }]
}

const inside = ({ children }: Element) => children.flatMap(rewriteAsHugo)

/** Hugo's own markup of a video has many words. */
const withHugoPlayers = (html: string) =>
  players.reduce((text, [pattern, player]) => text.replaceAll(pattern, player), html)

const players: readonly (readonly [RegExp, string])[] = [
  [
    /<div class="[^"]*"><iframe src="https:\/\/www\.youtube-nocookie\.com\/[^>]*><\/iframe><\/div>/g,
    '<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"> <iframe allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share; fullscreen" loading="eager" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" title="YouTube video"></iframe> </div>',
  ],
  [
    /<p class="link-card link-card-vimeo.*?<\/p>/g,
    '<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"> <iframe style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" allow="fullscreen"> </iframe> </div>',
  ],
]

/** Gives undefined for an element that needs no other form. */
type Rewriter = (node: Element) => readonly ElementContent[] | undefined

const heading: Rewriter = (node) => [
  { ...node, properties: { id: 'x', ...node.properties }, children: inside(node) },
]

/** Hugo colours code by an attribute for each token, and names its language in an attribute that counts. */
const codeBlock: Rewriter = (pre) => {
  const [code] = pre.children
  if (code?.type !== 'element' || code.tagName !== 'code') return undefined
  const language = languageOf(code)
  const properties = language === undefined ? {} : { 'data-lang': language }
  const isColoured = language !== undefined && grammarOf(language) !== undefined
  const numbers = classesOf(pre).find((name) => name.startsWith('numbers-'))
  const children = isColoured ? [text(countableCode(code, { language, numbers }))] : code.children
  const inner = element('code', properties, children)
  // What follows a fence follows on the same line.
  return isFenced(pre) ? [element('pre', { tabIndex: 0 }, [inner])] : [element('pre', {}, [inner]), text(' ')]
}

/** Fences are lines beside those of the code; undefined positions are those of HTML. */
function isFenced(pre: Element): boolean {
  if (!pre.position) return true
  const { start, end } = pre.position
  return end.line - start.line >= textOf(pre).split('\n').length - 1
}

const cell: Rewriter = (node) => {
  const side = ['left', 'center', 'right'].find((name) => classesOf(node).includes(`align-${name}`))
  return [element(node.tagName, side === undefined ? {} : { style: `text-align: ${side}` }, inside(node))]
}

const box: Rewriter = () => [element('input', { disabled: '', type: 'checkbox' }, [])]

const footnoteLink: Rewriter = ({ properties, children }) => {
  if (properties.dataFootnoteRef !== undefined) {
    return [element('a', { href: '#', className: ['footnote-ref'], role: 'doc-noteref' }, children)]
  }
  if (properties.dataFootnoteBackref === undefined) return undefined
  return [element('a', { href: '#', className: ['footnote-backref'], role: 'doc-backlink' }, children)]
}

const section: Rewriter = (node) => {
  if (classesOf(node).includes('table')) return inside(node)
  if (node.properties.dataFootnotes === undefined) return undefined
  return [element('div', { className: ['footnotes'], role: 'doc-endnotes' }, inside(node))]
}

/** Where no theme does otherwise, Hugo prints an alert as a quote that begins with the mark. */
const alert: Rewriter = (node) => {
  const title = node.children.find((child) => child.type === 'element')
  if (!classesOf(node).includes('markdown-alert') || title?.type !== 'element') return undefined
  const isGiven = !classesOf(node).includes(`markdown-alert-${textOf(title).toLowerCase()}`)
  const rest = node.children.filter((child) => child !== title).flatMap(rewriteAsHugo)
  return [element('blockquote', {}, [text('[!x] '), ...(isGiven ? inside(title) : []), ...rest])]
}

/** GFM's classes are not Hugo's. */
const list: Rewriter = (node) => [element(node.tagName, {}, inside(node))]

const rewriters: Readonly<Record<string, Rewriter>> = {
  ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  ...{
    a: footnoteLink,
    details: alert,
    div: alert,
    input: box,
    li: list,
    ul: list,
    pre: codeBlock,
    section,
    td: cell,
    th: cell,
  },
}

const classesOf = ({ properties: { className } }: Element): readonly string[] =>
  Array.isArray(className) ? className.map(String) : []

const text = (value: string): ElementContent => ({ type: 'text', value })

const element = (tagName: string, properties: Properties, children: readonly ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
})
