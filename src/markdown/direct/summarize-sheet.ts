import type { BodySummary } from '../body.ts'
import { createWordCounter, type SummaryOptions } from '../summary/find-summary-end.ts'
import type { Sheet, Variant } from './sheet.ts'

/** A block of the document: where it stands in the HTML. */
export type Block = { readonly start: number; readonly end: number; readonly isComment: boolean }

export type SheetSummary = SummaryOptions & {
  readonly blocks: readonly Block[]
  /** The heading that gives the page its title: it counts, and is left out. */
  readonly title: Block | undefined
}

/** What `summarize` says of a tree. */
export function summarizeSheet(sheet: Sheet, options: SheetSummary): BodySummary {
  const { mark } = sheet
  const { blocks, title } = options
  const end = mark ? mark.start : findEnd(sheet, options)
  const read = createReading(sheet, ({ summary }) => summary)
  const isTitled = title !== undefined && title.start < end
  const before = isTitled ? read(0, title.start) : ''
  const start = isTitled ? title.end : 0
  const open = mark?.isInParagraph ? blocks.find((block) => block.end > end) : undefined
  const goesOn = blocks.some((block) => block.start >= end && !block.isComment && block !== title)
  if (!open) {
    return { html: `${before}${read(start, end)}`.trim(), isMarked: mark !== undefined, truncated: goesOn }
  }
  const above = `${before}${read(start, open.start)}`.trim()
  const paragraph = read(open.start, end).trimEnd()
  const isEmpty = paragraph === '<p>'
  const rest = sheet.html.slice(mark?.end, open.end - '</p>'.length)
  return {
    html: isEmpty ? above : `${above}\n${paragraph}</p>`.trim(),
    isMarked: true,
    truncated: goesOn || isEmpty || rest.trim() !== '',
  }
}

/** Behind the block in whose paragraph the summary has its words, or at the very end. */
function findEnd(sheet: Sheet, { blocks, length, cjk }: SheetSummary): number {
  if (length === Number.POSITIVE_INFINITY) return sheet.html.length
  const isLong = createWordCounter({ length, cjk })
  const read = createReading(sheet, ({ hugo }) => (typeof hugo === 'function' ? hugo() : hugo))
  for (const { start, end } of blocks) {
    if (isLong(read(start, end))) return end
    // What stands between two blocks.
    isLong('\n')
  }
  return sheet.html.length
}

type Reading = (start: number, end: number) => string

/** Reads parts of the HTML, one behind the other, with the variants in them. */
function createReading({ html, variants }: Sheet, pick: (variant: Variant) => string | undefined): Reading {
  let next = 0
  return (start, end) => {
    let text = ''
    let from = start
    for (; next < variants.length; next++) {
      const variant = variants[next]
      if (!variant || variant.start >= end) break
      const other = variant.start < start ? undefined : pick(variant)
      if (other === undefined) continue
      text += html.slice(from, variant.start) + other
      from = variant.end
    }
    return text + html.slice(from, end)
  }
}
