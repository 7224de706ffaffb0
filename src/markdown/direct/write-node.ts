import type { Blockquote, Break, Nodes, Paragraph, Parents, ThematicBreak } from 'mdast'
import { isPrinted } from './is-printed.ts'
import { giveUp, type Sheet } from './sheet.ts'
import { writeCode } from './write-code.ts'
import { writeHeading } from './write-heading.ts'
import { writeHtml } from './write-html.ts'
import { writeImage, writeLink } from './write-link.ts'
import { writeList } from './write-list.ts'
import { writeTable } from './write-table.ts'
import { writeInlineCode, writeText, writeTextBehindBreak } from './write-text.ts'

/** Writes a node as HTML. What has data of plugins, or is none of the nodes here, is not written this way. */
export function writeNode(node: Nodes, sheet: Sheet, parent: Parents): void {
  const write = node.data === undefined ? (writers[node.type] as Writer<Nodes> | undefined) : undefined
  if (write) write(node, sheet, parent)
  else giveUp(sheet, node.data === undefined ? node.type : 'a node with data')
}

type Writer<Node extends Nodes> = (node: Node, sheet: Sheet, parent: Parents) => void

const writers: { readonly [Type in Nodes['type']]?: Writer<Extract<Nodes, { readonly type: Type }>> } = {
  blockquote: writeQuote,
  break: writeBreak,
  code: writeCode,
  delete: (node, sheet) => writeElement('del', node, sheet),
  emphasis: (node, sheet) => writeElement('em', node, sheet),
  heading: writeHeading,
  html: writeHtml,
  image: writeImage,
  imageReference: writeImage,
  inlineCode: writeInlineCode,
  link: writeLink,
  linkReference: writeLink,
  list: writeList,
  paragraph: writeParagraph,
  strong: (node, sheet) => writeElement('strong', node, sheet),
  table: writeTable,
  text: writeText,
  thematicBreak: writeRule,
}

/** Writes what stands in a line of text. */
export function writeAll(parent: Parents, sheet: Sheet): void {
  const { tagsOutside } = sheet
  const open = sheet.tags.length
  sheet.tagsOutside = open
  let isBehindBreak = false
  for (const node of parent.children) {
    if (isBehindBreak && node.type === 'text' && node.data === undefined) writeTextBehindBreak(node, sheet)
    else {
      if (isBehindBreak && beginsWithSpace(node)) giveUp(sheet, 'white space behind a line break')
      writeNode(node, sheet, parent)
    }
    isBehindBreak = node.type === 'break'
  }
  if (sheet.tags.length !== open) giveUp(sheet, 'HTML that is left open')
  sheet.tagsOutside = tagsOutside
}

const beginsWithSpace = (node: Nodes): boolean => {
  const first = 'children' in node ? node.children[0] : undefined
  const text = node.type === 'inlineCode' ? node.value : first?.type === 'text' ? first.value : ''
  return /^[\t ]/.test(text)
}

function writeParagraph(paragraph: Paragraph, sheet: Sheet): void {
  writeElement('p', paragraph, sheet)
  sheet.words += '\n'
}

function writeBreak(_: Break, sheet: Sheet): void {
  sheet.html += '<br>\n'
  sheet.words += '\n'
}

function writeRule(_: ThematicBreak, sheet: Sheet): void {
  sheet.html += '<hr>'
  sheet.words += '\n'
}

function writeElement(name: string, node: Parents, sheet: Sheet): void {
  sheet.html += `<${name}>`
  writeAll(node, sheet)
  sheet.html += `</${name}>`
}

const ALERT = /^\[![A-Za-z]/

function writeQuote(quote: Blockquote, sheet: Sheet): void {
  const [first] = quote.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (text?.type === 'text' && ALERT.test(text.value)) giveUp(sheet, 'an alert')
  sheet.html += '<blockquote>\n'
  for (const child of quote.children) {
    if (!isPrinted(child)) continue
    writeNode(child, sheet, quote)
    sheet.html += '\n'
    sheet.words += '\n'
  }
  sheet.html += '</blockquote>'
  sheet.words += '\n'
}
