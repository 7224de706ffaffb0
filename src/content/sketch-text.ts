/** Which way of sketching a sketch is of. Those of Inkseal 0.1 begin with a hexadecimal digit. */
const MAKING = '~'
const BINS = 16
const LEAST_WORDS = 20
const NOTHING = 0xffffffff
const SPACE = 0x20

/** Undefined for a text of a few words. */
export type SketchText = (text: string) => string | undefined

/**
 * Gives a text in 33 letters, such that texts that have much in common have much of their sketch in common (MinHash with
 * one permutation, Li, Owen and Zhang 2012: runs of three words fall into 16 bins, and the least of each bin stands for
 * it). All texts are laid out in one place: to ask them for their letters one by one takes twice the time.
 */
export function createSketcher(): SketchText {
  const least = new Uint32Array(BINS)
  let units = new Uint16Array(1 << 14)
  let bytes = Buffer.from(units.buffer)
  const layOut = (text: string) => {
    if (text.length >= units.length) {
      units = new Uint16Array(2 * text.length)
      bytes = Buffer.from(units.buffer)
    }
    bytes.write(text, 'utf16le')
    units[text.length] = SPACE
    return { units, length: text.length + 1 }
  }
  return (text) => {
    const words =
      countRuns(layOut(text), { least, isLower: false }) ??
      countRuns(layOut(text.toLowerCase()), { least, isLower: true }) ??
      0
    if (words < LEAST_WORDS) return undefined
    let sketch = MAKING
    for (const rank of least) sketch += lettersOf(rank)
    return sketch
  }
}

type Text = { readonly units: Uint16Array; readonly length: number }
type Sketching = { readonly least: Uint32Array; readonly isLower: boolean }

/** Gives the number of words; undefined where a letter's lower case takes more than arithmetic. */
function countRuns({ units, length }: Text, { least, isLower }: Sketching): number | undefined {
  least.fill(NOTHING)
  let words = 0
  let before = 0
  let last = 0
  let word = 0
  for (let index = 0; index < length; index++) {
    const unit = units[index] ?? SPACE
    const letter = unit < 0x80 ? (ascii[unit] ?? 0) : letterOf(unit)
    if (letter > 0xff && !isLower) return undefined
    if (letter !== 0) {
      // FNV-1a, with another beginning. A digest would take a second for a site of a thousand posts.
      word = Math.imul(word ^ letter, 0x01000193)
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
  return words
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

const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const lettersOf = (rank: number) => (rank === NOTHING ? EMPTY : (hexadecimal[rank & 0xff] ?? EMPTY))

/** Of each unit of ASCII, its lower case where it is a letter or a digit. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[a-z\d]/i.test(String.fromCharCode(unit)) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : 0,
)

/**
 * The unit where it is a letter or a digit, else 0, near enough: all but Latin-1's signs and the blocks of punctuation.
 * An expression that knows Unicode takes ten times as long. Those of Latin-1 in lower case.
 */
function letterOf(unit: number): number {
  if (unit < 0xc0) return 0
  if (unit < 0xdf) return unit === 0xd7 ? unit : unit + 0x20
  return (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f) || unit >= 0xff00 ? 0 : unit
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3). */
function mix(number: number): number {
  let mixed = number
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
