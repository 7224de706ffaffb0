/** Which way of sketching a sketch is of. Those of Inkseal 0.1 begin with a hexadecimal digit. */
const MAKING = '~'
const BINS = 16
const LEAST_WORDS = 20
const NOTHING = 0xffffffff
const SPACE = 0x20

/**
 * A text in 33 letters, such that texts that have much in common have much of their sketch in common (MinHash with one
 * permutation, Li, Owen and Zhang 2012: runs of three words fall into 16 bins, and the least of each bin stands for it).
 * Undefined for a text of a few words.
 */
export function sketchText(text: string): string | undefined {
  const lower = text.toLowerCase()
  const least = new Uint32Array(BINS).fill(NOTHING)
  let words = 0
  let before = 0
  let last = 0
  let word = 0
  for (let index = 0; index <= lower.length; index++) {
    const code = index === lower.length ? SPACE : lower.charCodeAt(index)
    if (isOfWord(code)) {
      // FNV-1a, with another beginning. A digest would take a second for a site of a thousand posts.
      word = Math.imul(word ^ code, 0x01000193)
      continue
    }
    if (word === 0) continue
    if (++words > 2) {
      const run = mix(Math.imul(before, 0x9e3779b1) + Math.imul(last, 0x85ebca77) + word)
      const bin = run >>> 28
      const rank = run & 0x0fffffff
      if (rank < (least[bin] ?? 0)) least[bin] = rank
    }
    before = last
    last = word
    word = 0
  }
  return words < LEAST_WORDS ? undefined : MAKING + Array.from(least, lettersOf).join('')
}

/**
 * How much of two texts is the same, from 0 to 1, as their sketches tell; undefined where they cannot tell, because a
 * text is too short, or the sketches are of different makings.
 */
export function similarity(a: string | undefined, b: string | undefined): number | undefined {
  if (!a?.startsWith(MAKING) || !b?.startsWith(MAKING)) return undefined
  if (a === b) return 1
  const parts = new Set(sketchParts(a))
  const others = sketchParts(b)
  const same = others.filter((part) => parts.has(part)).length
  const bins = new Set([...parts, ...others].map((part) => part.slice(0, -2)))
  return same / bins.size
}

/** What similar sketches have in common: a part for each bin that is not empty, with its number. */
export function sketchParts(sketch: string | undefined): readonly string[] {
  if (!sketch?.startsWith(MAKING)) return []
  return Array.from({ length: BINS }, (_, bin) => `${bin}:${sketch.slice(2 * bin + 1, 2 * bin + 3)}`).filter(
    (part) => !part.endsWith(EMPTY),
  )
}

const EMPTY = '--'

const lettersOf = (rank: number) => (rank === NOTHING ? EMPTY : (rank & 0xff).toString(16).padStart(2, '0'))

/**
 * Letters and digits, near enough: of what is not ASCII, all but Latin-1's signs and the blocks of punctuation. An
 * expression that knows Unicode takes ten times as long.
 */
function isOfWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  if (code < 0xc0) return false
  return !((code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00)
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3). */
function mix(number: number): number {
  let mixed = number
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
