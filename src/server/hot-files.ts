import type { FileSlice } from './answer.ts'

export type HotFiles = {
  /** The whole of the file that a slice is of; at once where it is in memory. */
  readonly read: (slice: FileSlice) => Buffer | Promise<Buffer>
}

/**
 * Keeps the files that were asked for last in memory, up to `capacity` bytes. Bytes are kept under their digest, so
 * what two releases have in common stays through a swap.
 */
export function createHotFiles(capacity: number, readWhole: (slice: FileSlice) => Promise<Buffer>): HotFiles {
  // A Map keeps the order of insertion: the first is the one that was not asked for the longest.
  const kept = new Map<string, Buffer>()
  const reading = new Map<string, Promise<Buffer>>()
  let held = 0

  const keep = (key: string, bytes: Buffer) => {
    kept.set(key, bytes)
    held += bytes.length
    for (const [oldest, { length }] of kept) {
      if (held <= capacity) return
      kept.delete(oldest)
      held -= length
    }
  }

  return {
    read: (slice) => {
      const bytes = kept.get(slice.key)
      if (bytes) {
        kept.delete(slice.key)
        kept.set(slice.key, bytes)
        return bytes
      }
      const underWay = reading.get(slice.key)
      if (underWay) return underWay
      const read = readWhole({ ...slice, first: 0, last: slice.size - 1 })
        .then((fresh) => {
          keep(slice.key, fresh)
          return fresh
        })
        .finally(() => reading.delete(slice.key))
      reading.set(slice.key, read)
      return read
    },
  }
}
