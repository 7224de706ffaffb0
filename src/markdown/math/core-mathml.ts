import type { Element, ElementContent, Text } from 'hast'
import { mathLetters } from './math-alphabet.ts'

/**
 * Brings KaTeX's MathML 3 down to MathML Core, which is what browsers draw: letters of other alphabets, frames and
 * strokes, and how columns stand become characters and classes, which a strict policy lets pass where a style
 * attribute is blocked.
 */
export function toCoreMathml(element: Element): Element {
  const { tagName, properties } = element
  const children = element.children.map((child) => (child.type === 'element' ? toCoreMathml(child) : child))
  const { xmlns: _, style, mathvariant, ...others } = properties
  const next: Element = { ...element, properties: others, children }
  if (tagName === 'mpadded') return withPadding(next, style)
  if (tagName === 'mtable') return withColumns(next)
  if (tagName === 'menclose') return withFrame(next)
  if (typeof mathvariant === 'string') return withVariant(next, mathvariant)
  if (tagName === 'mover' && properties.accent === 'true') return withSpacingAccent(next)
  // KaTeX puts built-up symbols into `mo`, which in HTML holds text alone.
  const isToken = /^m[ion]$/.test(tagName)
  return isToken && children.some(({ type }) => type === 'element') ? { ...next, tagName: 'mrow' } : next
}

function withVariant(element: Element, variant: string): Element {
  if (element.tagName === 'mtext') return withClass(element, `math-${variant}`)
  if (variant === 'normal') return { ...element, properties: { ...element.properties, mathvariant: variant } }
  const isText = (child: ElementContent): child is Text => child.type === 'text'
  if (!element.children.every(isText)) return element
  const children = element.children.filter(isText)
  return {
    ...element,
    children: children.map(({ value }) => ({ type: 'text', value: mathLetters(value, variant) })),
  }
}

/** A combining arrow stands where the font puts it, which is seldom over the letter. */
function withSpacingAccent(element: Element): Element {
  const accent = element.children.at(-1)
  const sign = accent?.type === 'element' ? accent.children[0] : undefined
  if (accent?.type !== 'element' || sign?.type !== 'text' || sign.value !== '\u20d7') return element
  const arrow: Element = {
    ...accent,
    properties: { stretchy: 'false' },
    children: [{ type: 'text', value: '→' }],
  }
  return { ...element, children: [...element.children.slice(0, -1), arrow] }
}

/** Core has no lengths that are added to what there is. */
function withPadding(element: Element, style: unknown): Element {
  const properties = Object.entries(element.properties)
  const kept = properties.filter(([, value]) => !String(value).startsWith('+'))
  const className = [
    ...(kept.length < properties.length ? ['math-padded'] : []),
    ...(typeof style === 'string' && style.startsWith('border') ? ['math-box'] : []),
  ]
  return {
    ...element,
    properties: { ...Object.fromEntries(kept), ...(className.length > 0 && { className }) },
  }
}

/** `notation` lists frames (box, top, left …) and strokes (updiagonalstrike …). */
function withFrame({ properties: { notation, ...properties }, ...element }: Element): Element {
  const names = typeof notation === 'string' ? notation.split(' ') : []
  const className = names.map((name) => `math-${name}`)
  return { ...element, tagName: 'mrow', properties: { ...properties, className } }
}

function withColumns(table: Element): Element {
  const { columnalign, columnspacing, columnlines, rowlines, rowspacing: _, ...properties } = table.properties
  const [aligns, gaps, lines, rows] = [columnalign, columnspacing, columnlines, rowlines].map(wordsOf)
  const rowCount = table.children.length
  const isNumbered = table.children.some(
    (row) => row.type === 'element' && row.children.slice(0, 1).some(isGlue),
  )
  const children = table.children.map((row, rowIndex): ElementContent => {
    if (row.type !== 'element') return row
    // KaTeX forgets the empty cell in rows without a number, and their columns would be others.
    if (isNumbered && !row.children.slice(0, 1).some(isGlue)) row.children.unshift(GLUE)
    // Cells before and behind those of the author hold numbers of equations.
    const glue = row.children.findIndex((cell) => !isGlue(cell))
    const cells = row.children.map((cell, cellIndex): ElementContent => {
      const column = cellIndex - glue
      if (cell.type !== 'element' || isGlue(cell) || column < 0) return cell
      const classes = [
        aligns?.[column] === 'left' || aligns?.[column] === 'right' ? `math-${aligns[column]}` : '',
        column > 0 && isNarrow(gaps?.[column - 1]) ? 'math-close' : '',
        isNarrow(gaps?.[column]) ? 'math-closed' : '',
        lineClass('column', lines?.[column]),
        rowIndex + 1 < rowCount ? lineClass('row', rows?.[rowIndex]) : '',
      ].filter(Boolean)
      return classes.length === 0 ? cell : { ...cell, properties: { ...cell.properties, className: classes } }
    })
    return { ...row, children: cells }
  })
  return { ...table, properties, children }
}

const GLUE: Element = {
  type: 'element',
  tagName: 'mtd',
  properties: { className: ['mtr-glue'] },
  children: [],
}

const wordsOf = (value: unknown): readonly string[] | undefined =>
  typeof value === 'string' ? value.split(' ') : undefined

const isGlue = (cell: ElementContent): boolean =>
  cell.type === 'element' && (cell.properties.width === '50%' || cell.properties.className !== undefined)

const isNarrow = (gap: string | undefined): boolean => gap !== undefined && Number.parseFloat(gap) === 0

const lineClass = (of: 'row' | 'column', style: string | undefined): string =>
  style === 'solid' || style === 'dashed' ? `math-${of}-${style}` : ''

function withClass(element: Element, name: string): Element {
  return { ...element, properties: { ...element.properties, className: [name] } }
}
