import type { List, ListItem, Nodes, Paragraph } from 'mdast'
import { escapeAttribute } from './escape-html.ts'
import { isPrinted } from './is-printed.ts'
import { giveUp, type Sheet } from './sheet.ts'
import { lineOf } from './write-text.ts'

/** Tight or loose, with or without boxes (mdast-util-to-hast's `list` and `listItem`, `rehypeTasks`). */
export function writeList(list: List, sheet: Sheet): void {
  const { ordered, start, children } = list
  const name = ordered ? 'ol' : 'ul'
  const number = typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''
  const hasTasks = children.some(({ checked }) => typeof checked === 'boolean')
  sheet.html += `<${name}${number}`
  // Hugo gives lists no classes, and numbers are attributes to it as well.
  if (hasTasks) {
    const names = ' class="contains-task-list"'
    if (!ordered) without(names, sheet)
    sheet.html += names
  }
  sheet.html += '>\n'
  sheet.words += '\n'
  const isLoose = list.spread || children.some(isLooseItem)
  for (const item of children) {
    writeItem(item, isLoose, sheet)
    sheet.html += '\n'
  }
  sheet.html += `</${name}>`
}

const isLooseItem = ({ spread, children }: ListItem) => spread ?? children.length > 1

/** A piece that is about to be written is nothing to Hugo. */
function without(piece: string, sheet: Sheet): void {
  const start = sheet.html.length
  sheet.variants.push({ start, end: start + piece.length, hugo: '' })
}

function writeItem(item: ListItem, isLoose: boolean, sheet: Sheet): void {
  const isTask = typeof item.checked === 'boolean'
  sheet.html += '<li'
  if (isTask) {
    const names = ' class="task-list-item"'
    without(names, sheet)
    sheet.html += names
  }
  sheet.html += '>'
  const children = item.children.filter(isPrinted)
  if (isTask && children[0]?.type !== 'paragraph')
    giveUp(sheet, 'a task that begins with something else than text')
  for (const [index, child] of children.entries()) {
    if (isLoose || index > 0 || child.type !== 'paragraph') endLine(sheet)
    const task = isTask && index === 0 ? item : undefined
    if (child.type === 'paragraph') writeParagraph(child, { isLoose, task }, sheet)
    else sheet.write(child, sheet, item)
  }
  const last = children.at(-1)
  if (last && (isLoose || last.type !== 'paragraph')) sheet.html += '\n'
  sheet.html += '</li>'
  sheet.words += '\n'
}

function endLine(sheet: Sheet): void {
  sheet.html += '\n'
  sheet.words += '\n'
}

type Place = { readonly isLoose: boolean; readonly task: ListItem | undefined }

function writeParagraph(paragraph: Paragraph, { isLoose, task }: Place, sheet: Sheet): void {
  if (paragraph.data !== undefined) giveUp(sheet, 'attributes')
  if (isLoose) sheet.html += '<p>'
  if (task) writeBox(task, paragraph, sheet)
  sheet.writeAll(paragraph, sheet)
  if (isLoose) endParagraph(sheet)
}

function endParagraph(sheet: Sheet): void {
  sheet.html += '</p>'
  sheet.words += '\n'
}

/** To a screen reader a box is a form's field like any other: it is called by its item's text. */
function writeBox(item: ListItem, paragraph: Paragraph, sheet: Sheet): void {
  const label = labelOf(item)
  if (label === undefined || paragraph.children.length === 0) {
    giveUp(sheet, 'a task with more than text')
    return
  }
  const checked = item.checked ? ' checked' : ''
  const box = `<input type="checkbox"${checked} disabled aria-label="${escapeAttribute(label)}">`
  const start = sheet.html.length
  sheet.variants.push({ start, end: start + box.length, hugo: '<input type="checkbox">' })
  sheet.html += `${box} `
  sheet.words += '\n'
}

/** The text of an item without that of the lists in it. Undefined where there is more than paragraphs. */
function labelOf({ children }: ListItem): string | undefined {
  const own = children.filter((child) => isPrinted(child) && child.type !== 'list')
  if (own.some(({ type }) => type !== 'paragraph')) return undefined
  return own.map(textOf).join('\n').replaceAll(/\s+/g, ' ').trim()
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'inlineCode') return lineOf(node.value)
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
