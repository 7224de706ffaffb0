export type TitleBox = {
  readonly width: number
  /** What to try, the largest first: pixels to the em, and the most lines that there may be. */
  readonly sizes: readonly { readonly size: number; readonly lines: number }[]
}

export type FittedTitle = { readonly size: number; readonly lines: readonly string[] }

/**
 * Breaks a title into lines at the largest size at which it fits; a longer one is cut at the smallest. `measure` gives
 * the width of a text at one pixel to the em.
 */
export function fitTitle(title: string, box: TitleBox, measure: (text: string) => number): FittedTitle {
  const words = title.split(/\s+/).filter(Boolean)
  for (const { size, lines: most } of box.sizes) {
    const limit = box.width / size
    const lines = breakLines(words, limit, measure)
    if (lines.length <= most && lines.every((line) => measure(line) <= limit))
      return { size, lines: balance(words, { limit, count: lines.length, measure }) }
  }
  const { size, lines: most } = box.sizes.at(-1) ?? { size: 1, lines: 1 }
  const limit = box.width / size
  const pieces = words.flatMap((word) => breakWord(word, limit, measure))
  const lines = breakLines(pieces, limit, measure)
  if (lines.length <= most) return { size, lines }
  const kept = lines.slice(0, most)
  return { size, lines: [...kept.slice(0, -1), cut(kept.at(-1) ?? '', limit, measure)] }
}

type Measure = (text: string) => number

function breakLines(words: readonly string[], limit: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && measure(longer) <= limit) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Lines of much the same length, as few as before: the narrowest column that holds them. */
function balance(
  words: readonly string[],
  { limit, count, measure }: { limit: number; count: number; measure: Measure },
): readonly string[] {
  let best = breakLines(words, limit, measure)
  for (let narrower = limit * 0.95; narrower > limit / 2; narrower *= 0.95) {
    const lines = breakLines(words, narrower, measure)
    if (lines.length > count || lines.some((line) => measure(line) > limit)) break
    best = lines
  }
  return best
}

/** A word that no line holds is broken where it must be. */
function breakWord(word: string, limit: number, measure: Measure): readonly string[] {
  if (measure(word) <= limit) return [word]
  const pieces = ['']
  for (const character of word) {
    const longer = pieces.at(-1) + character
    if (measure(longer) <= limit) pieces[pieces.length - 1] = longer
    else pieces.push(character)
  }
  return pieces
}

function cut(line: string, limit: number, measure: Measure): string {
  let kept = line
  while (kept !== '' && measure(`${kept}…`) > limit) kept = kept.slice(0, -1).trimEnd()
  return `${kept.replace(/[\s.,;:–—-]+$/, '')}…`
}
