const PARTS = 16
const LEAST_WORDS = 20

/**
 * A text in 32 letters, such that texts that have much in common have much of their sketch in common (MinHash, Broder
 * 1997: of all runs of three words, the least by each of 16 orders). Undefined for a text of a few words.
 */
export function sketchText(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < LEAST_WORDS) return undefined
  const numbers = words.map(numberOf)
  const least = new Uint32Array(PARTS).fill(0xffffffff)
  for (let end = 2; end < numbers.length; end++) {
    const run = mix(
      mix(numbers[end - 2] ?? 0) ^ mix((numbers[end - 1] ?? 0) + 1) ^ mix((numbers[end] ?? 0) + 2),
    )
    for (let part = 0; part < PARTS; part++) {
      const rank = mix(run ^ Math.imul(part + 1, 0x9e3779b1))
      if (rank < (least[part] ?? 0)) least[part] = rank
    }
  }
  return [...least].map((value) => (value & 0xff).toString(16).padStart(2, '0')).join('')
}

/** How much of two texts is the same, from 0 to 1, as their sketches tell. */
export function similarity(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0
  const parts = b.match(/../g) ?? []
  const same = (a.match(/../g) ?? []).filter((part, index) => part === parts[index])
  return same.length / PARTS
}

/** FNV-1a. A digest would take a second for a site of a thousand posts. */
function numberOf(word: string): number {
  let number = 0x811c9dc5
  for (let index = 0; index < word.length; index++)
    number = Math.imul(number ^ word.charCodeAt(index), 0x01000193)
  return number >>> 0
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3). */
function mix(number: number): number {
  let mixed = number
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
