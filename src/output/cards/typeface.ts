import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import opentype, { type Font, type PathCommand } from 'opentype.js'
import { onceAsked } from '../../base/once.ts'

/** A typeface in one weight, which comes as several fonts, each with some of the scripts. */
export type Typeface = {
  /** Whether every character can be drawn. */
  readonly has: (text: string) => boolean
  /** Width at 1 pixel to the em. */
  readonly measure: (text: string) => number
  /** SVG path data of a line that begins at a point of its baseline. */
  readonly draw: (
    text: string,
    at: { readonly x: number; readonly y: number; readonly size: number },
  ) => string
}

/** The scripts, the most likely first. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext']

/** Source Serif 4 (OFL), as it lies in its package. */
export async function loadTypeface(weight: 400 | 600): Promise<Typeface> {
  const fonts = await Promise.all(
    subsets.map(async (subset) => {
      const name = `@fontsource/source-serif-4/files/source-serif-4-${subset}-${weight}-normal.woff`
      const bytes = await readFile(fileURLToPath(import.meta.resolve(name)))
      return onceAsked(() =>
        opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
      )
    }),
  )
  const chosen = new Map<string, Font | undefined>()
  const fontOf = (character: string): Font | undefined => {
    if (!chosen.has(character))
      chosen.set(
        character,
        fonts.map((font) => font()).find((font) => font.hasChar(character)),
      )
    return chosen.get(character)
  }
  const widths = new Map<string, number>()
  const measure = (text: string) => {
    const known = widths.get(text)
    if (known !== undefined) return known
    const width = runsOf(text, fontOf).reduce((sum, run) => sum + run.font.getAdvanceWidth(run.text, 1), 0)
    widths.set(text, width)
    return width
  }
  return {
    has: (text) => [...text].every((character) => fontOf(character) !== undefined),
    measure,
    draw: (text, { x, y, size }) => {
      let at = x
      return runsOf(text, fontOf)
        .map((run) => {
          const data = run.font.getPath(run.text, at, y, size).commands.map(dataOf).join('')
          at += run.font.getAdvanceWidth(run.text, size)
          return data
        })
        .join('')
    },
  }
}

/** The library's own writer loses what is between two numbers, and takes three times as long. */
function dataOf(command: PathCommand): string {
  const numbers = (...values: readonly number[]) =>
    values.map((value) => Math.round(value * 10) / 10).join(' ')
  switch (command.type) {
    case 'M':
    case 'L':
      return command.type + numbers(command.x, command.y)
    case 'Q':
      return `Q${numbers(command.x1, command.y1, command.x, command.y)}`
    case 'C':
      return `C${numbers(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`
    case 'Z':
      return 'Z'
  }
}

type Run = { readonly font: Font; readonly text: string }

/** Pieces of a text that one font can draw; what none can is left out. */
function runsOf(text: string, fontOf: (character: string) => Font | undefined): readonly Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const last = runs.at(-1)
    // A space goes with what is before it.
    const font = last?.font.hasChar(character) && character === ' ' ? last.font : fontOf(character)
    if (!font) continue
    if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + character }
    else runs.push({ font, text: character })
  }
  return runs
}
