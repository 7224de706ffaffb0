import type { Element } from 'hast'
import { findShapes } from './find-shapes.ts'
import { findStrokes } from './find-strokes.ts'
import { findWords, type Word } from './find-words.ts'
import { CELL, middleOf, type Point } from './geometry.ts'
import { type Grid, readGrid } from './grid.ts'
import { mergeStrokes } from './merge-strokes.ts'
import { svg } from './svg.ts'

export type GoatOptions = {
  /** What the picture shows, for those who do not see it. Default: the words in it. */
  readonly label?: string | undefined
  /** As in HTML; the natural size by default. */
  readonly width?: string | undefined
  readonly height?: string | undefined
}

/**
 * A diagram in GoAT's dialect of Markdeep (github.com/bep/goat) as SVG in the colour of the text around it: lines
 * `- _ | / \`, corners `. ' +`, arrows `< > ^ v`, dots `o *`, hops `-)-`, and words.
 */
export function drawGoat(diagram: string, { label, width, height }: GoatOptions = {}): Element {
  const grid = readGrid(withoutBlankLines(diagram))
  const words = findWords(grid)
  const size = { width: (grid.width + 1) * CELL.width, height: (grid.height + 1) * CELL.height }
  const isSized = width !== undefined || height !== undefined
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: isSized ? width : size.width,
      height: isSized ? height : size.height,
      role: 'img',
      ariaLabel: label ?? labelOf(words),
      fill: 'none',
      stroke: 'currentColor',
    },
    [
      svg('path', { d: pathOf(grid) }),
      ...findShapes(grid),
      svg(
        'g',
        { fill: 'currentColor', stroke: 'none', fontFamily: 'Menlo, Consolas, monospace', fontSize: 13 },
        [...words.map(drawWord)],
      ),
    ],
  )
}

const withoutBlankLines = (diagram: string) => diagram.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()

const LONGEST_LABEL = 300

function labelOf(words: readonly Word[]): string {
  const text = words
    .map((word) => word.text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(', ')
  if (text === '') return 'Diagram'
  return `Diagram: ${text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL).toWellFormed()}…` : text}`
}

function pathOf(grid: Grid): string {
  const hollows: Point[] = []
  for (let y = 0; y < grid.height; y++)
    for (let x = 0; x < grid.width; x++) if (grid.at(x, y) === 'o') hollows.push(middleOf(x, y))
  return mergeStrokes(findStrokes(grid), hollows)
    .map(({ from, to }) => `M ${from.x},${from.y} L ${to.x},${to.y}`)
    .join(' ')
}

/** Shades are areas. Of other texts the width is given, so that every font keeps the columns. */
function drawWord({ x, y, text }: Word): Element {
  const start = middleOf(x, y)
  const length = [...text].length * CELL.width
  const shade = SHADES[text.charAt(0)]
  if (shade !== undefined && [...text].every((character) => character === text.charAt(0)))
    return svg('rect', { x: start.x - 4, y: start.y - 8, width: length, height: 16, fillOpacity: shade })
  return svg(
    'text',
    { x: start.x - 4, y: start.y + 4, textLength: length, lengthAdjust: 'spacingAndGlyphs' },
    [{ type: 'text', value: text }],
  )
}

const SHADES: Readonly<Record<string, number>> = { '█': 1, '▉': 1, '▓': 0.75, '▒': 0.5, '░': 0.25 }
