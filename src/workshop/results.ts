import type { Kept } from '../base/workshop.ts'
import { readBlock, viewRecord } from './block.ts'
import type { TextStore } from './text-store.ts'

/** Where the results of a stage lie. */
export type Results = {
  readonly blocks: readonly Uint8Array[]
  /** Two numbers for each task: which of the blocks, and from which byte on. In shared memory. */
  readonly places: Uint32Array
}

/** What of `places` belongs to no record. */
export const NOWHERE = 0xffffffff

export function noPlaces(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(8 * count)).fill(NOWHERE)
}

/** Notes where the records of a block lie that has just been made. Gives their keys. */
export function placeRecords(places: Uint32Array, bytes: Uint8Array, block: number): readonly string[] {
  const keys: string[] = []
  let start = 0
  for (const { index, key, length } of readBlock(bytes)) {
    places[2 * index] = block
    places[2 * index + 1] = start
    keys.push(key)
    start += length
  }
  return keys
}

export function keptAt({ blocks, places }: Results, texts: TextStore): readonly Kept[] {
  return Array.from({ length: places.length / 2 }, (_, index) => {
    const block = blocks[places[2 * index] ?? NOWHERE]
    const start = places[2 * index + 1]
    if (!block || start === undefined) throw new TypeError(`task ${index} has no result`)
    const { facts, text } = viewRecord(block, start)
    return { facts, text: () => (text ? texts.read(text) : '') }
  })
}
