const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** Whether a text holds letters of scripts that put no spaces between words. */
export const isCjk = (text: string): boolean => CJK.test(text)

/**
 * Counts words as Hugo's WordCount does: what stands between white space. In a text in Chinese, Japanese or Korean
 * (`isCJKLanguage`) each of them that is not all ASCII counts as many as it has characters.
 */
export function countWords(text: string, { cjk }: { readonly cjk: boolean }): number {
  const fields = text.match(/\S+/g) ?? []
  if (!cjk) return fields.length
  return fields.reduce((sum, field) => sum + (/^[\0-\x7f]*$/.test(field) ? 1 : [...field].length), 0)
}
