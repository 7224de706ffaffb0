/**
 * A letter or digit in one of the alphabets of mathematics (Unicode's block "Mathematical Alphanumeric Symbols").
 * Browsers that have MathML Core alone do not read `mathvariant`, which would leave ℝ an R. What an alphabet does not
 * have stays as it is.
 */
export function mathLetters(text: string, variant: string): string {
  const alphabet = alphabets[variant]
  if (!alphabet) return text
  return [...text].map((letter) => exceptions[variant]?.[letter] ?? shift(letter, alphabet)).join('')
}

/** Code points of A, a, Α, α and 0; undefined where the alphabet has no such letters. */
type Alphabet = {
  readonly upper: number
  readonly lower: number
  readonly greekUpper?: number
  readonly greekLower?: number
  readonly digit?: number
}

const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, greekUpper: 0x1d6a8, greekLower: 0x1d6c2, digit: 0x1d7ce },
  italic: { upper: 0x1d434, lower: 0x1d44e, greekUpper: 0x1d6e2, greekLower: 0x1d6fc },
  'bold-italic': {
    ...{ upper: 0x1d468, lower: 0x1d482, greekUpper: 0x1d71c, greekLower: 0x1d736, digit: 0x1d7ce },
  },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622, digit: 0x1d7e2 },
  'sans-serif-bold-italic': { upper: 0x1d63c, lower: 0x1d656, digit: 0x1d7ec },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
}

/** Letters that Unicode had before it had the alphabets. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: {
    ...{ B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
}

function shift(letter: string, { upper, lower, greekUpper, greekLower, digit }: Alphabet): string {
  const code = letter.codePointAt(0) ?? 0
  const to = (first: string, base: number | undefined) =>
    base === undefined ? letter : String.fromCodePoint(base + code - (first.codePointAt(0) ?? 0))
  if (/[A-Z]/.test(letter)) return to('A', upper)
  if (/[a-z]/.test(letter)) return to('a', lower)
  if (/[\u0391-\u03a9]/.test(letter)) return to('\u0391', greekUpper)
  if (/[\u03b1-\u03c9]/.test(letter)) return to('\u03b1', greekLower)
  return /[0-9]/.test(letter) ? to('0', digit) : letter
}
