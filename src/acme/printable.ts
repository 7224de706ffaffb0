/** Looked at, of a text of any length: the search for key authorizations takes time by its square. */
const LONGEST = 4_000

/**
 * What a stranger's text may put into a log: one line, no control characters, no key authorization (a CA quotes the
 * one that it expected), no more than a few sentences.
 */
export function printable(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\w-]{22,}\.[\w-]{43}/g, '(key authorization)')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .slice(0, 600)
}
