import type { MathDelimiters } from '../../config/markdown-config.ts'
import { createCloserSearch } from './closer-search.ts'
import type { Formula } from './formula.ts'
import type { LiveRange, Range } from './live-ranges.ts'

type Delimiter = { readonly open: string; readonly close: string; readonly display: boolean }

export type FoundFormulas = {
  readonly formulas: readonly Formula[]
  /** Offsets of block delimiters that stand alone on their line and have no partner. */
  readonly unclosed: readonly number[]
}

/**
 * The formulas of a text, from left to right: what begins first wins, as in Hugo (goldmark's passthrough extension).
 * More than in Hugo, a block of formulas may hold whatever Markdown takes for a block: a line with `-` or `=`, and
 * blank lines where its delimiters have lines of their own. A lone `$` is a delimiter only as pandoc reads it, so
 * that "$5 and $6" is money.
 */
export function findFormulas(
  text: string,
  ranges: readonly LiveRange[],
  delimiters: MathDelimiters,
): FoundFormulas {
  const all = toList(delimiters)
  const search = createCloserSearch(text)
  const stop = stopsAt(all)
  const formulas: Formula[] = []
  const unclosed: number[] = []
  let position = 0
  for (const range of ranges) {
    let dead = range.dead
    position = Math.max(position, range.start)
    while (position < range.end) {
      stop.lastIndex = position
      position = stop.exec(text)?.index ?? range.end
      if (position >= range.end) break
      const inside = dead.find(({ start, end }) => start <= position && position < end)
      if (inside) {
        position = inside.end
        continue
      }
      const delimiter = all.find(({ open }) => text.startsWith(open, position))
      if (!delimiter) {
        position += lengthOfEscape(text, position, all)
        continue
      }
      const close = search(delimiter.close, position + delimiter.open.length)
      if (close !== -1 && text.slice(position + delimiter.open.length, close).trim() === '') {
        // Nothing between them: neither opens what follows.
        position = close + delimiter.close.length
        continue
      }
      const formula = formulaAt(text, { position, close, delimiter, range })
      if (!formula) {
        if (
          close === -1 &&
          delimiter.display &&
          standsAlone(text, position, position + delimiter.open.length)
        )
          unclosed.push(position)
        position += delimiter.open.length
        continue
      }
      formulas.push(formula)
      position = formula.end
      // What a formula begins with is no code behind it.
      dead = dead.filter(({ start }) => start >= formula.end)
    }
  }
  return { formulas, unclosed }
}

/** Blocks go before inline ones, so that `$$` is not two of `$`. */
const toList = ({ block, inline }: MathDelimiters): readonly Delimiter[] => [
  ...block.map(([open, close]) => ({ open, close, display: true })),
  ...inline.map(([open, close]) => ({ open, close, display: false })),
]

function stopsAt(delimiters: readonly Delimiter[]): RegExp {
  const starts = delimiters.map(({ open }) => open.replaceAll(/[^\w\s]/g, '\\$&'))
  return new RegExp(['\\\\', ...starts].join('|'), 'g')
}

/** `\$` is a dollar, and `\\(` prints a delimiter, as in Hugo. */
function lengthOfEscape(text: string, position: number, delimiters: readonly Delimiter[]): number {
  const escaped = text.startsWith('\\\\', position)
    ? delimiters.find(({ open }) => open.startsWith('\\') && text.startsWith(open, position + 2))
    : undefined
  return 2 + (escaped?.open.length ?? 0)
}

type Candidate = {
  readonly position: number
  readonly close: number
  readonly delimiter: Delimiter
  readonly range: LiveRange
}

function formulaAt(text: string, { position, close, delimiter, range }: Candidate): Formula | undefined {
  if (close === -1) return undefined
  const start = position + delimiter.open.length
  const content = text.slice(start, close)
  const whole: Range = { start: position, end: close + delimiter.close.length }
  if (whole.end > range.end && !(delimiter.display && isBlock(text, whole, delimiter))) return undefined
  if (delimiter.open === '$' && !isDollarMath(content, text[whole.end])) return undefined
  return {
    ...whole,
    value: withoutMarkers(content.replaceAll(/\r\n?/g, '\n'), range.quotes).trim(),
    display: delimiter.display,
  }
}

/** A formula on lines of its own, which Markdown may take for several blocks. */
function isBlock(text: string, { start, end }: Range, { open, close }: Delimiter): boolean {
  if (standsAlone(text, start, start + open.length) && standsAlone(text, end - close.length, end)) return true
  const hasBlankLine = /\n[ \t>]*\r?\n/.test(text.slice(start, end))
  return !hasBlankLine && /^[ \t>]*$/.test(lineBefore(text, start)) && /^[ \t]*$/.test(lineBehind(text, end))
}

const standsAlone = (text: string, start: number, end: number): boolean =>
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(lineBefore(text, start)) &&
  /^[ \t]*$/.test(lineBehind(text, end))

const lineBefore = (text: string, offset: number) =>
  text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST_MARKERS), offset)

function lineBehind(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text
    .slice(offset, Math.min(end === -1 ? text.length : end, offset + LONGEST_MARKERS))
    .replace(/\r$/, '')
}

/** So that a line of megabytes is not looked through for each of its formulas. */
const LONGEST_MARKERS = 200

/** Pandoc's rule (tex_math_dollars), but for `$ x $`, which Hugo's authors write. */
function isDollarMath(content: string, next: string | undefined): boolean {
  const spaceBefore = /^\s/.test(content)
  const spaceBehind = /\s$/.test(content)
  return spaceBefore === spaceBehind && !/^\d/.test(next ?? '')
}

function withoutMarkers(content: string, quotes: number): string {
  if (quotes === 0) return content
  const markers = new RegExp(`\\n(?:[ \\t]*>){0,${quotes}}`, 'g')
  return content.replaceAll(markers, '\n')
}
