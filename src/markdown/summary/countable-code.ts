import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/**
 * What Hugo 0.169 takes for words in coloured code when it looks for a summary's end, an `x` for each. What follows the
 * tag of a token that Chroma colours is no word to it, nor is what a line begins with. Which tokens those are was
 * measured for the languages that posts are full of.
 */
export function countableCode({ children }: Element, { language, numbers }: CodeLayout): string {
  const coloured = COLOURED_NAMES.has(language) ? NAMES_AND_SIGNS : SIGNS
  const text = children.map((child) => markTokens(child, coloured)).join('')
  const fields = (START + text).match(/\S+/g) ?? []
  // Between lines there are several tags in a row.
  const lines = ' x'.repeat(Math.max(0, text.split('\n').length - 2))
  return `${lines}${numbers ? wordsOfNumbers(text, numbers) : ''}${fields.map((field) => (field.startsWith(START) ? ' ' : ' x')).join('')}`
}

export type CodeLayout = {
  readonly language: string
  /** The class for how lines are numbered; undefined where they are not. */
  readonly numbers: string | undefined
}

/** The style of a line's number has spaces, and a table of them ends in rows of tags. */
const wordsOfNumbers = (text: string, numbers: string) =>
  ' x x x'.repeat(text.split('\n').length - 1) + (numbers === 'numbers-table' ? ' x x' : '')

/** Stands where a tag ends; a sign that nobody writes. */
const START = '\u{10ffff}'

/** What begins a token that has a colour, though highlight.js does not tell it apart. */
const SIGNS = /(?<=^|\s)(?=[\d=+*<>!&%^~])/g
const NAMES_AND_SIGNS = /(?<=^|\s)(?=[\p{L}\p{N}_$=+*/<>!&|%^~?:-])/gu

const COLOURED_NAMES: ReadonlySet<string> = new Set([
  ...['css', 'go', 'html', 'javascript', 'js', 'jsx', 'json', 'scss', 'svelte', 'ts', 'tsx', 'typescript'],
  ...['vue', 'xml'],
])

/** What highlight.js tells apart and Chroma leaves in the colour of the text. */
const PLAIN = /^(line|language-.*|hljs-(built_in|bullet|params|punctuation|subst|variable))$/

function markTokens(node: ElementContent, coloured: RegExp): string {
  if (node.type === 'text') return node.value.replaceAll('\n', `\n${START}`).replaceAll(coloured, START)
  if (node.type !== 'element') return ''
  const { className } = node.properties
  const isPlain = Array.isArray(className) && className.some((name) => PLAIN.test(String(name)))
  // A marked line's style has a space, too.
  if (node.tagName === 'mark')
    return ` x ${START}${node.children.map((child) => markTokens(child, coloured)).join('')}`
  if (isPlain) return node.children.map((child) => markTokens(child, coloured)).join('')
  return START + textOf(node).replaceAll('\n', `\n${START}`)
}
