import type { TextPlace } from './text-place.ts'

/**
 * Made things, one behind the other, as bytes: what threads hand to each other without copying, and what the cache
 * has on disk. A record is a head of fixed length, then its key, its notes and its facts:
 *
 * | bytes | what |
 * | --- | --- |
 * | 4 | index of the task in its stage (of use between threads alone) |
 * | 4 + 4 + 4 | lengths of key, notes, facts |
 * | 4 + 8 + 4 + 4 | place of the text: number of its file, offset, length; CRC-32 |
 *
 * Little-endian. Keys are Latin-1; notes (JSON) and facts are UTF-8.
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
  readonly text: TextPlace | undefined
}

const HEAD = 36
const NO_TEXT = 0xffffffff

export function createBlock(): Block {
  let buffer = Buffer.allocUnsafe(1 << 16)
  let end = 0
  return {
    add({ index, key, notes, facts, text }) {
      const noted = notes.length === 0 ? '' : JSON.stringify(notes)
      // UTF-8 has at most three bytes for a unit of UTF-16.
      const most = HEAD + key.length + 3 * (noted.length + facts.length)
      if (end + most > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, end + most))
        buffer.copy(larger, 0, 0, end)
        buffer = larger
      }
      let at = end + HEAD
      at += buffer.write(key, at, 'latin1')
      const notesLength = buffer.write(noted, at)
      const factsLength = buffer.write(facts, at + notesLength)
      buffer.writeUInt32LE(index, end)
      buffer.writeUInt32LE(key.length, end + 4)
      buffer.writeUInt32LE(notesLength, end + 8)
      buffer.writeUInt32LE(factsLength, end + 12)
      buffer.writeUInt32LE(text?.file ?? NO_TEXT, end + 16)
      buffer.writeDoubleLE(text?.offset ?? 0, end + 20)
      buffer.writeUInt32LE(text?.length ?? 0, end + 28)
      buffer.writeUInt32LE(text?.crc ?? 0, end + 32)
      end = at + notesLength + factsLength
    },
    bytes() {
      const shared = new Uint8Array(new SharedArrayBuffer(end))
      shared.set(buffer.subarray(0, end))
      return shared
    },
  }
}

/** A record inside of a block; nothing of it is decoded before it is asked for. */
export type RecordView = {
  readonly index: number
  readonly key: string
  readonly notes: () => readonly (readonly [string, string])[]
  readonly facts: string
  readonly text: TextPlace | undefined
  /** Bytes of the record itself. */
  readonly length: number
}

/** The records of a block, in order. */
export function* readBlock(bytes: Uint8Array): Generator<RecordView> {
  for (let start = 0; start + HEAD <= bytes.length; ) {
    const record = viewRecord(bytes, start)
    yield record
    start += record.length
  }
}

/** The record that begins at a byte of a block. */
export function viewRecord(bytes: Uint8Array, start: number): RecordView {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const keyAt = start + HEAD
  const notesAt = keyAt + buffer.readUInt32LE(start + 4)
  const factsAt = notesAt + buffer.readUInt32LE(start + 8)
  const end = factsAt + buffer.readUInt32LE(start + 12)
  const file = buffer.readUInt32LE(start + 16)
  return {
    index: buffer.readUInt32LE(start),
    key: buffer.toString('latin1', keyAt, notesAt),
    notes: () => (notesAt === factsAt ? [] : JSON.parse(buffer.toString('utf8', notesAt, factsAt))),
    get facts() {
      return buffer.toString('utf8', factsAt, end)
    },
    text:
      file === NO_TEXT
        ? undefined
        : {
            file,
            offset: buffer.readDoubleLE(start + 20),
            length: buffer.readUInt32LE(start + 28),
            crc: buffer.readUInt32LE(start + 32),
          },
    length: end - start,
  }
}
