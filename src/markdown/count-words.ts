const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** Where those scripts lie: most texts are looked through for these few ranges alone. */
const EAST = /[\u1100-\u11ff\u2e80-\uffff]/

/** Whether a text holds letters of scripts that put no spaces between words. */
export const isCjk = (text: string): boolean => EAST.test(text) && CJK.test(text)

/**
 * Counts words as Hugo's WordCount does: what stands between white space. In a text in Chinese, Japanese or Korean
 * (`isCJKLanguage`) each of them that is not all ASCII counts as many as it has characters.
 */
export function countWords(text: string, { cjk }: { readonly cjk: boolean }): number {
  if (!cjk) return countFields(text)
  const fields = text.match(/\S+/g) ?? []
  return fields.reduce((sum, field) => sum + (/^[\0-\x7f]*$/.test(field) ? 1 : [...field].length), 0)
}

/** As many as `/\S+/g` finds, without making them. */
function countFields(text: string): number {
  let count = 0
  let isInField = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isSpace = code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && isWideSpace(code)
    if (!isSpace && !isInField) count++
    isInField = !isSpace
  }
  return count
}

/** The white space beyond ASCII: ECMA-262, "White Space" and "Line Terminators". */
const isWideSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff
