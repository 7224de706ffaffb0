/** Choices that come out the same for the same seed. */
export type Random = {
  /** A whole number from 0, below `count`. */
  readonly below: (count: number) => number
  readonly chance: (part: number) => boolean
  readonly pick: <Value>(values: readonly Value[]) => Value
  readonly words: (count: number) => string
}

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('there is nothing to pick from')
    return value
  }
  return {
    below,
    pick,
    chance: (part) => next() < part,
    words: (count) => Array.from({ length: count }, () => pick(vocabulary)).join(' '),
  }
}

const vocabulary = (
  'ink seal paper quill letter press folio margin column rubric vellum binding spine leaf gather stitch glue thread ' +
  'wax stamp signet post courier road inn horse bridge river harbour lamp window desk drawer ledger account clerk'
).split(' ')
