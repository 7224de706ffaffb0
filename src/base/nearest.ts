import { distance } from 'fastest-levenshtein'

/** The candidate that a person most likely meant by `word`, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let least = Math.ceil(word.length * 0.4) + 1
  for (const candidate of candidates) {
    // A site has thousands of addresses, and most are too long or too short.
    if (Math.abs(candidate.length - word.length) >= least) continue
    const away = distance(wanted, candidate.toLowerCase())
    if (away >= least) continue
    best = candidate
    least = away
  }
  return best
}
