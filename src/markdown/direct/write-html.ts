import type { Html, Parents } from 'mdast'
import { giveUp, type Sheet } from './sheet.ts'

/** Comments, one of which may be the mark of the summary's end. Of other HTML only an HTML parser knows what it means. */
export function writeHtml({ value }: Html, sheet: Sheet, parent: Parents): void {
  const comment = /^\s*<!--([\s\S]*?)-->\s*$/.exec(value)?.[1]
  if (comment === undefined || /--|^-?>|<!-?$/.test(comment)) {
    giveUp(sheet, 'HTML')
    return
  }
  const start = sheet.html.length
  sheet.html += `<!--${comment}-->`
  const end = sheet.html.length
  const isMark = comment === 'more' && sheet.mark === undefined
  if (!isMark) {
    sheet.variants.push({ start, end, summary: '' })
    // White space before it would be the end of a summary, or not.
    if (parent.type !== 'root') giveUp(sheet, 'a comment in a block')
    return
  }
  const isInParagraph = parent === sheet.block && parent.type === 'paragraph'
  sheet.mark = { start, end, isInParagraph }
  if (parent.type !== 'root' && !isInParagraph) giveUp(sheet, 'a mark in another block')
}
