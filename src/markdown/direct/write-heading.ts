import type { Heading as HeadingNode, Nodes, PhrasingContent } from 'mdast'
import { firstFree, headingId, lastLine } from '../heading-id.ts'
import { escapeAttribute } from './escape-html.ts'
import { giveUp, type Sheet } from './sheet.ts'
import { hrefOf, resourceOf } from './write-link.ts'
import { lineOf, trimLines } from './write-text.ts'

/** With an id, and a link to itself (`rehypeHeadings`). */
export function writeHeading(node: HeadingNode, sheet: Sheet): void {
  const { depth, children, data } = node
  if (children.length === 0 || data !== undefined || sheet.isOutline) {
    giveUp(sheet, 'a heading that is empty or has attributes')
    return
  }
  const id = firstFree(headingId(lastLine(idText(children, sheet)), sheet.markdown.headingIds), {
    taken: sheet.taken,
    counts: sheet.counts,
  })
  // A note's label would be taken for it.
  if (id === 'footnote-label') giveUp(sheet, 'a heading with the id of the footnotes')
  sheet.taken.add(id)
  sheet.ids.add(id)
  const attribute = ` id="${escapeAttribute(id)}"`
  const open = sheet.html.length + 3
  sheet.variants.push({ start: open, end: open + attribute.length, summary: '' })
  sheet.html += `<h${depth}${attribute}>`
  const inside = sheet.html.length
  const words = sheet.words
  sheet.words = ''
  sheet.writeAll(node, sheet)
  const isPlain = children.every(isWithoutLinks)
  const text = isPlain ? sheet.words : textOf(children)
  const html = isPlain ? sheet.html.slice(inside) : outlineOf(node, sheet)
  sheet.words = `${words}${sheet.words}\n`
  sheet.headings.push({ depth, id, text: text.replaceAll(/\s+/g, ' ').trim(), html: html.trim() })
  const anchor = `<a class="anchor" href="#${escapeAttribute(id)}" aria-label="Link to this section">#</a>`
  const start = sheet.html.length
  sheet.variants.push({ start, end: start + anchor.length, summary: '', hugo: '' })
  sheet.html += `${anchor}</h${depth}>`
}

const isWithoutLinks = (node: PhrasingContent): boolean =>
  node.type === 'text' ||
  node.type === 'inlineCode' ||
  ((node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') &&
    node.children.every(isWithoutLinks))

/** What stands in it, without links and images. */
function outlineOf(node: HeadingNode, sheet: Sheet): string {
  const outline = { ...sheet, html: '', words: '', links: [], variants: [], isOutline: true }
  sheet.writeAll(node, outline)
  if (outline.unfit !== undefined) giveUp(sheet, outline.unfit)
  return outline.html
}

const textOf = (nodes: readonly Nodes[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return trimLines(node.value)
      if (node.type === 'inlineCode') return lineOf(node.value)
      if (node.type === 'break') return '\n'
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')

/** With the texts of images, without addresses that show themselves. */
const idText = (nodes: readonly Nodes[], sheet: Sheet): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return trimLines(node.value)
      if (node.type === 'inlineCode') return lineOf(node.value)
      if (node.type === 'break') return '\n'
      if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
      const text = 'children' in node ? idText(node.children, sheet) : ''
      if (node.type !== 'link' && node.type !== 'linkReference') return text
      const resource = resourceOf(node, sheet)
      return resource && hrefOf(resource) === text ? '' : text
    })
    .join('')
