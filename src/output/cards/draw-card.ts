import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts'
import { fitTitle } from './fit-title.ts'
import type { Typeface } from './typeface.ts'

export type Typefaces = { readonly bold: Typeface; readonly plain: Typeface }

// Folio's day: its paper, ink and wax.
const PAPER = '#fcfaf5'
const INK = '#1e2330'
const SOFT = '#5b606c'
const WAX = '#a3271f'
const LINE = '#e0d9cc'

const EDGE = 96
const LEADING = 1.16
const box = {
  width: CARD_WIDTH - 2 * EDGE,
  sizes: [88, 78, 70, 62, 54, 48].map((size) => ({ size, lines: Math.floor(330 / (size * LEADING)) })),
}
const line = (size: number) => ({ width: 820, sizes: [{ size, lines: 1 }] })

/** A social card as SVG, its letters as paths: no font need be there where it becomes an image. */
export function drawCard(card: Card, { bold, plain }: Typefaces): string {
  const title =
    [card.title, card.site].map(drawable).find((text) => text !== '' && bold.has(text)) ?? card.host
  const { size, lines } = fitTitle(title, box, bold.measure)
  const leading = size * LEADING
  // The middle of the free space between the name above and the foot; capitals are two thirds of an em high.
  const first = 322 - ((lines.length - 1) * leading) / 2 + size * 0.33
  const titlePaths = lines.map((line, index) =>
    bold.draw(line, { x: EDGE, y: first + index * leading, size }),
  )
  const name = drawable(card.site)
  const hasName = name !== title && name !== '' && plain.has(name)
  const [heading = ''] = hasName ? fitTitle(name, line(34), plain.measure).lines : []
  const [foot = ''] = fitTitle(footOf(card, plain), line(30), plain.measure).lines
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">
<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${PAPER}"/>
<rect width="${CARD_WIDTH}" height="14" fill="${WAX}"/>
<path fill="${SOFT}" d="${plain.draw(heading, { x: EDGE, y: 116, size: 34 })}"/>
<path fill="${INK}" d="${titlePaths.join('')}"/>
<rect x="${EDGE}" y="506" width="${box.width}" height="2" fill="${LINE}"/>
<path fill="${SOFT}" d="${plain.draw(foot, { x: EDGE, y: 566, size: 30 })}"/>
<g transform="translate(984 440) scale(2)">${SEAL}</g>
</svg>`
}

/** Date and author, as far as they can be drawn. */
function footOf({ date, author }: Card, { has }: Typeface): string {
  const day = date && (has(drawable(date.local)) ? drawable(date.local) : date.iso)
  const name = author === undefined ? '' : drawable(author)
  return [day, name].filter((part) => part && has(part)).join('  ·  ')
}

/** Emoji and what no letter stands for are left out; a title in another script is not drawn in parts. */
const drawable = (text: string) =>
  text.normalize('NFC').replaceAll(NO_LETTER, ' ').replaceAll(/\s+/g, ' ').trim()

const NO_LETTER =
  /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{C}|\ufe0e|\ufe0f|\u20e3/gu

/** Folio's seal: red wax, pressed with a pen's nib. */
const SEAL = `<path fill="${WAX}" d="M60.2 32C60.5 36 59.4 40.8 57.5 44.3C55.6 47.7 51.8 50.5 48.6 52.8C45.3 55.1 41.7 57.6 38 58.2C34.3 58.9 30.3 57.5 26.3 56.9C22.3 56.3 17.2 56.8 13.9 54.7C10.6 52.6 7.5 48.2 6.3 44.4C5.1 40.6 6.7 36 6.9 32C7 28 5.8 23.5 7.3 20.1C8.7 16.6 12.4 14 15.5 11.3C18.6 8.7 21.8 5.2 25.6 4.1C29.4 3 34.6 3.2 38.3 4.5C42 5.9 44.9 9.4 47.9 12.1C50.8 14.8 53.8 17.2 55.8 20.5C57.9 23.8 59.9 28 60.2 32Z"/><g fill="none" stroke="#fff8ee" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><circle cx="33" cy="31" r="19.5"/><path d="M33 46.5L25.2 31.5C24.4 26 28.6 20.6 33 16.5C37.4 20.6 41.6 26 40.8 31.5ZM33 43V31.6M33 31.6a2.6 2.6 0 1 0-.1 0"/></g>`
