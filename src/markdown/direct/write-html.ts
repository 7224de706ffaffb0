import type { Html, Parents } from 'mdast'
import { giveUp, type Sheet } from './sheet.ts'
import { writeTags } from './write-tags.ts'

/** Comments, one of which may be the mark of the summary's end, and tags that any parser reads in one way. */
export function writeHtml(node: Html, sheet: Sheet, parent: Parents): void {
  const comment = /^\s*<!--([\s\S]*?)-->\s*$/.exec(node.value)?.[1]
  if (comment !== undefined) writeComment(comment, sheet, parent)
  else if (!sheet.markdown.rawHtml || sheet.isOutline) giveUp(sheet, 'HTML where it is left out')
  else writeTags(node, sheet, parent)
}

function writeComment(comment: string, sheet: Sheet, parent: Parents): void {
  if (/--|^-?>|<!-?$/.test(comment)) giveUp(sheet, 'a comment that is none')
  const start = sheet.html.length
  sheet.html += `<!--${comment}-->`
  const end = sheet.html.length
  if (comment !== 'more' || sheet.mark !== undefined) {
    sheet.variants.push({ start, end, summary: '' })
    // White space before it would be the end of a summary, or not.
    if (parent.type !== 'root') giveUp(sheet, 'a comment in a block')
    return
  }
  const isInParagraph = parent === sheet.block && parent.type === 'paragraph'
  sheet.mark = { start, end, isInParagraph }
  if (parent.type !== 'root' && !isInParagraph) giveUp(sheet, 'a mark in another block')
  if (sheet.tags.length > 0) giveUp(sheet, 'a mark in HTML')
}
