/**
 * A placeholder stands where a shortcode stood while the Markdown is parsed. It is made of private-use characters
 * alone, which no Markdown rule and no highlighter takes for anything.
 */
const FIRST_DIGIT = 0xe100
const STOP = '\ue0fe'
const BASE = 256

export const START = '\ue0fd'

export const PLACEHOLDER = /\ue0fd([\ue100-\ue1ff]+)\ue0fe/g

export function placeholderFor(index: number): string {
  let digits = ''
  for (let rest = index; digits === '' || rest > 0; rest = Math.floor(rest / BASE)) {
    digits = String.fromCharCode(FIRST_DIGIT + (rest % BASE)) + digits
  }
  return START + digits + STOP
}

export function indexOfPlaceholder(digits: string): number {
  let index = 0
  for (const digit of digits) index = index * BASE + digit.charCodeAt(0) - FIRST_DIGIT
  return index
}
