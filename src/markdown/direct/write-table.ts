import type { AlignType, Table, TableRow } from 'mdast'
import { giveUp, type Sheet } from './sheet.ts'

/** In a box of its own that scrolls, its cells aligned by classes (`rehypeTables`). */
export function writeTable({ children, align, data }: Table, sheet: Sheet): void {
  const [head, ...body] = children
  if (data !== undefined || !head) {
    giveUp(sheet, 'a table with attributes, or without rows')
    return
  }
  sheet.tables++
  // What Hugo prints has no such box.
  outsideOfHugo(`<section class="table" aria-label="Table ${sheet.tables}" tabindex="0">`, sheet)
  sheet.html += '<table>\n<thead>\n'
  writeRow(head, { name: 'th', align }, sheet)
  sheet.html += '\n</thead>\n'
  if (body.length > 0) {
    sheet.html += '<tbody>\n'
    for (const row of body) {
      writeRow(row, { name: 'td', align }, sheet)
      sheet.html += '\n'
    }
    sheet.html += '</tbody>\n'
  }
  sheet.html += '</table>'
  outsideOfHugo('</section>', sheet)
  sheet.words += '\n'
}

function outsideOfHugo(piece: string, sheet: Sheet): void {
  const start = sheet.html.length
  sheet.variants.push({ start, end: start + piece.length, hugo: '' })
  sheet.html += piece
}

type Cells = { readonly name: 'th' | 'td'; readonly align: readonly AlignType[] | null | undefined }

function writeRow({ children }: TableRow, { name, align }: Cells, sheet: Sheet): void {
  sheet.html += '<tr>\n'
  const count = align ? align.length : children.length
  for (let index = 0; index < count; index++) {
    const cell = children[index]
    sheet.html += `<${name}`
    writeAlignment(align?.[index], sheet)
    sheet.html += '>'
    if (cell) sheet.writeAll(cell, sheet)
    sheet.html += `</${name}>\n`
    sheet.words += '\n'
  }
  sheet.html += '</tr>'
}

function writeAlignment(side: AlignType | undefined, sheet: Sheet): void {
  if (!side) return
  const name = ` class="align-${side}"`
  const start = sheet.html.length
  sheet.variants.push({ start, end: start + name.length, hugo: ` style="text-align: ${side}"` })
  sheet.html += name
}
