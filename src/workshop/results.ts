import type { Kept } from '../base/workshop.ts'
import { bufferOf, RecordView, startsIn } from './block.ts'
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
  const buffer = bufferOf(bytes)
  return Array.from(startsIn(bytes), (start) => {
    const { index, key } = new RecordView(buffer, start)
    places[2 * index] = block
    places[2 * index + 1] = start
    return key
  })
}

export function keptAt({ blocks, places }: Results, texts: TextStore): readonly Kept[] {
  const buffers = blocks.map(bufferOf)
  return Array.from({ length: places.length / 2 }, (_, index) => {
    const buffer = buffers[places[2 * index] ?? NOWHERE]
    const start = places[2 * index + 1]
    if (!buffer || start === undefined) throw new TypeError(`task ${index} has no result`)
    return new KeptRecord(new RecordView(buffer, start), texts)
  })
}

class KeptRecord implements Kept {
  readonly #record: RecordView
  readonly #texts: TextStore

  constructor(record: RecordView, texts: TextStore) {
    this.#record = record
    this.#texts = texts
  }

  get facts(): string {
    return this.#record.facts
  }

  // Whoever has one of these needs no more than it.
  readonly rest = (): string => this.#record.rest

  readonly text = (): string => {
    const { text } = this.#record
    return text ? this.#texts.read(text) : ''
  }
}
