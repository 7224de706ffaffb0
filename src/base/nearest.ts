import { closest, distance } from 'fastest-levenshtein'

/** The candidate that a person most likely meant by `word`, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const best = closest(
    word.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  )
  if (distance(word.toLowerCase(), best) > Math.ceil(word.length * 0.4)) return undefined
  return candidates.find((candidate) => candidate.toLowerCase() === best)
}
