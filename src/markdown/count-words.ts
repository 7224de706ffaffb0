const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]*[\p{L}\p{N}][^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]*/gu

/** Counts words; in scripts that write none apart, each character is one (Hugo's `isCJKLanguage`). */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}
