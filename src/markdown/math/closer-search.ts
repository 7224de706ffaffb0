/** The offset of a delimiter that closes, from a position on; -1 where there is none. */
export type CloserSearch = (close: string, from: number) => number

/**
 * Looks for delimiters that close and are not escaped. What one search has found serves the later ones, so that a
 * text of a million delimiters is gone through once.
 */
export function createCloserSearch(text: string): CloserSearch {
  const found = new Map<string, number>()
  return (close, from) => {
    const known = found.get(close)
    if (known !== undefined && (known === -1 || known >= from)) return known
    const pattern = new RegExp(`(${close.replaceAll(/[^\w\s]/g, '\\$&')})|\\\\[^]`, 'g')
    pattern.lastIndex = from
    let match = pattern.exec(text)
    while (match && match[1] === undefined) match = pattern.exec(text)
    const index = match?.index ?? -1
    found.set(close, index)
    return index
  }
}
