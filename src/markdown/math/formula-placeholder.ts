/**
 * What stands where a formula stood while the Markdown is parsed: private-use characters, which no rule of Markdown
 * takes for anything, as many as the formula has, so that offsets hold. Other placeholders have other characters.
 */
const START = '\ue200'
const PAD = '\ue201'
const FIRST_DIGIT = 0xe300
const BASE = 0x1000

/** Holds no line end: a formula of several lines is one word to the parser. */
const PLACEHOLDER = /\ue200([\ue300-\uf2ff])([\ue300-\uf2ff])\ue201*/g

/** A formula is three characters long at least: a delimiter, something, a delimiter. */
export function formulaPlaceholder(index: number, length: number): string {
  const digits = String.fromCharCode(FIRST_DIGIT + Math.floor(index / BASE), FIRST_DIGIT + (index % BASE))
  return (START + digits).padEnd(length, PAD)
}

/** `raw` is a placeholder itself: characters of the author's own may look like one. */
export type TextPart = { readonly text: string } | { readonly index: number; readonly raw: string }

/** A text apart at its placeholders. */
export function splitAtFormulas(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let position = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, high = '', low = ''] = match
    if (match.index > position) parts.push({ text: text.slice(position, match.index) })
    const index = (high.charCodeAt(0) - FIRST_DIGIT) * BASE + low.charCodeAt(0) - FIRST_DIGIT
    parts.push({ index, raw: whole })
    position = match.index + whole.length
  }
  if (position < text.length) parts.push({ text: text.slice(position) })
  return parts
}

export const holdsFormula = (text: string): boolean => text.includes(START)
