import type { Html, Parents } from 'mdast'
import type { Place } from '../../base/diagnostic.ts'
import { placeOfLine } from '../../base/place-at.ts'
import { linkAttributes, resolveAddress } from '../rehype-links.ts'
import { escapeAttribute, escapeText } from './escape-html.ts'
import { giveUp, type Sheet } from './sheet.ts'

/**
 * Writes raw HTML of which an HTML parser would make just what it looks like: elements that stand in a line or hold
 * such, each closed where it was opened, and attributes in double quotes without character references. Whatever else
 * there is in it, the parser has to read.
 */
export function writeTags(node: Html, sheet: Sheet, parent: Parents): void {
  sheet.hasHtml = true
  const isBlock = blockParents.has(parent.type)
  const open = sheet.tags.length
  const { value } = node
  TOKEN.lastIndex = 0
  for (let offset = 0; offset < value.length; offset = TOKEN.lastIndex) {
    const match = TOKEN.exec(value)
    if (!match) {
      giveUp(sheet, 'HTML that is not simple')
      return
    }
    const [token, slash, name, attributes = '', end] = match
    if (name === undefined) writeText(token, sheet)
    else if (slash === '/') closeTag(name, sheet)
    else if (inline.has(name) || empty.has(name) || (isBlock && blocks.has(name)))
      openTag({ node, offset, name, attributes, isClosed: end === '/' }, sheet)
    else giveUp(sheet, `HTML: <${name}>`)
  }
  if (isBlock && sheet.tags.length !== open) giveUp(sheet, 'HTML around Markdown')
}

const TOKEN = /<(\/?)([a-z][a-z\d]*)((?:[ \n]+[a-z][a-z-]*="[^"&<>\t\n\f\r]*")*)[ \n]*(\/?)>|[^<&\r]+/y

const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g

const blockParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem'])

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const inline = setOf('a abbr b cite del em i ins kbd mark q s samp small span strong sub sup u var')
const empty = setOf('br img wbr')
const blocks = setOf('center div figcaption figure')
const plain = setOf('alt dir href id lang name rel role src target title')

function writeText(text: string, sheet: Sheet): void {
  sheet.html += escapeText(text)
  sheet.words += text
}

function closeTag(name: string, sheet: Sheet): void {
  // What was opened outside of the emphasis that this stands in does not end here.
  if (sheet.tags.length <= sheet.tagsOutside || sheet.tags.pop() !== name)
    giveUp(sheet, 'HTML that is not nested')
  if (name === 'a') sheet.isInLink = false
  sheet.html += `</${name}>`
  if (blocks.has(name)) sheet.words += '\n'
}

type Tag = {
  readonly node: Html
  /** Where it begins in the node's HTML. */
  readonly offset: number
  readonly name: string
  readonly attributes: string
  readonly isClosed: boolean
}

function openTag({ node, offset, name, attributes, isClosed }: Tag, sheet: Sheet): void {
  if (name === 'a') {
    if (sheet.isInLink) giveUp(sheet, 'a link in a link')
    sheet.isInLink = true
  }
  sheet.html += `<${name}`
  const seen = new Set<string>()
  for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (seen.has(key)) giveUp(sheet, 'an attribute that is given twice')
    seen.add(key)
    writeAttribute({ node, offset, name, key, value }, sheet)
  }
  sheet.html += '>'
  if (empty.has(name)) {
    if (name !== 'wbr') sheet.words += '\n'
    return
  }
  if (isClosed) giveUp(sheet, 'a tag that looks as if it closed itself')
  sheet.tags.push(name)
}

type Attribute = Pick<Tag, 'node' | 'offset' | 'name'> & { readonly key: string; readonly value: string }

function writeAttribute({ node, offset, name, key, value }: Attribute, sheet: Sheet): void {
  const isSize = /^(?:width|height)$/.test(key) && /^[1-9]\d{0,5}$/.test(value)
  if (!plain.has(key) && !isSize && !isPlainClass(key, value)) giveUp(sheet, `HTML: ${key}=`)
  // Lists of words would lose white space.
  if (/^ | $| {2}/.test(value) || (value === '' && key !== 'alt' && key !== 'title'))
    giveUp(sheet, 'an odd attribute')
  const isAddress = linkAttributes[name]?.includes(key)
  const written = isAddress ? addressOf({ node, offset, name, value }, sheet) : value
  const start = sheet.html.length
  sheet.html += ` ${key}="${escapeAttribute(written)}"`
  const end = sheet.html.length
  if (key === 'href' && written.startsWith('#'))
    sheet.variants.push({ start, end, summary: ` href="${escapeAttribute(sheet.url + written)}"` })
  if (key === 'id') sheet.variants.push({ start, end, summary: '' })
  if (key === 'id' || (key === 'name' && name === 'a')) sheet.ids.add(value)
  if (value === 'footnote-label') giveUp(sheet, 'the id of the footnotes')
}

/** Some of the pipeline's steps know their elements by their classes. */
const isPlainClass = (key: string, value: string) =>
  key === 'class' && !/(?:^| )(?:anchor|markdown-alert|lang(?:uage)?-)/.test(value)

type Address = Pick<Attribute, 'node' | 'offset' | 'name' | 'value'>

function addressOf({ node, offset, name, value }: Address, sheet: Sheet): string {
  const url = resolveAddress(value, sheet.resolve) ?? value
  const place = placeOfTag(node, offset, sheet)
  sheet.links.push({ kind: name === 'a' ? 'link' : 'image', target: value, url, place })
  return url
}

/** As an HTML parser counts, which knows nothing of the markers of quotes and lists that its text stands in. */
function placeOfTag({ position, value }: Html, offset: number, { source }: Sheet): Place | undefined {
  if (!position) return undefined
  const before = value.slice(0, offset).split('\n')
  const column = before.length > 1 ? 1 : position.start.column
  return placeOfLine(source.path, source.text, {
    line: position.start.line + before.length - 1,
    column: column + (before.at(-1)?.length ?? 0),
  })
}
