import type { TextPlace } from './text-place.ts'

/**
 * Made things, one behind the other, as bytes: what threads hand to each other without copying, and what the cache
 * has on disk. A record is a head of fixed length, then its key, its notes, its facts and their rest:
 *
 * | bytes | what |
 * | --- | --- |
 * | 4 | index of the task in its stage (of use between threads alone) |
 * | 4 + 4 + 4 + 4 | lengths of key, notes, facts, rest |
 * | 4 + 8 + 4 + 4 | place of the text: number of its file, offset, length; CRC-32 |
 *
 * Little-endian. Keys are Latin-1; notes (JSON), facts and their rest are UTF-8.
 */
export type Block = {
  readonly add: (record: NewRecord) => void
  /** The bytes so far, in memory that threads may share. */
  readonly bytes: () => Uint8Array
}

export type NewRecord = {
  readonly index: number
  readonly key: string
  /** Questions and their answers. */
  readonly notes: readonly (readonly [string, string])[]
  readonly facts: string
  readonly rest: string
  readonly text: TextPlace | undefined
}

const HEAD = 40
const NO_TEXT = 0xffffffff

export function createBlock(): Block {
  let buffer = Buffer.allocUnsafe(1 << 16)
  let end = 0
  return {
    add({ index, key, notes, facts, rest, text }) {
      const noted = notes.length === 0 ? '' : JSON.stringify(notes)
      // UTF-8 has at most three bytes for a unit of UTF-16.
      const most = HEAD + key.length + 3 * (noted.length + facts.length + rest.length)
      if (end + most > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, end + most))
        buffer.copy(larger, 0, 0, end)
        buffer = larger
      }
      let at = end + HEAD
      at += buffer.write(key, at, 'latin1')
      const notesLength = buffer.write(noted, at)
      const factsLength = buffer.write(facts, at + notesLength)
      const restLength = buffer.write(rest, at + notesLength + factsLength)
      buffer.writeUInt32LE(index, end)
      buffer.writeUInt32LE(key.length, end + 4)
      buffer.writeUInt32LE(notesLength, end + 8)
      buffer.writeUInt32LE(factsLength, end + 12)
      buffer.writeUInt32LE(restLength, end + 16)
      buffer.writeUInt32LE(text?.file ?? NO_TEXT, end + 20)
      buffer.writeDoubleLE(text?.offset ?? 0, end + 24)
      buffer.writeUInt32LE(text?.length ?? 0, end + 32)
      buffer.writeUInt32LE(text?.crc ?? 0, end + 36)
      end = at + notesLength + factsLength + restLength
    },
    bytes() {
      const shared = new Uint8Array(new SharedArrayBuffer(end))
      shared.set(buffer.subarray(0, end))
      return shared
    },
  }
}

/**
 * A record inside of a block. Nothing of it is decoded before it is asked for: a class, because there are three for
 * every page of a site.
 */
export class RecordView {
  readonly #block: Buffer
  readonly #start: number

  constructor(block: Buffer, start: number) {
    this.#block = block
    this.#start = start
  }

  get index(): number {
    return this.#block.readUInt32LE(this.#start)
  }

  get key(): string {
    const at = this.#start + HEAD
    return this.#block.toString('latin1', at, at + this.#lengthAt(4))
  }

  get notes(): readonly (readonly [string, string])[] {
    const length = this.#lengthAt(8)
    if (length === 0) return []
    const at = this.#start + HEAD + this.#lengthAt(4)
    return JSON.parse(this.#block.toString('utf8', at, at + length))
  }

  get facts(): string {
    const at = this.#start + HEAD + this.#lengthAt(4) + this.#lengthAt(8)
    return this.#block.toString('utf8', at, at + this.#lengthAt(12))
  }

  get rest(): string {
    const end = this.#start + this.length
    return this.#block.toString('utf8', end - this.#lengthAt(16), end)
  }

  get text(): TextPlace | undefined {
    const file = this.#lengthAt(20)
    if (file === NO_TEXT) return undefined
    return {
      file,
      offset: this.#block.readDoubleLE(this.#start + 24),
      length: this.#lengthAt(32),
      crc: this.#lengthAt(36),
    }
  }

  /** Bytes of the record itself. */
  get length(): number {
    return HEAD + this.#lengthAt(4) + this.#lengthAt(8) + this.#lengthAt(12) + this.#lengthAt(16)
  }

  #lengthAt(offset: number): number {
    return this.#block.readUInt32LE(this.#start + offset)
  }
}

/** Where the records of a block begin, from one byte to another. */
export function* startsIn(block: Uint8Array, from = 0, to = block.length): Generator<number> {
  const buffer = bufferOf(block)
  for (let start = from; start + HEAD <= to; start += new RecordView(buffer, start).length) yield start
}

/** The same memory, as Node's own functions take it. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
