export type HotFiles = {
  /** The bytes of a key: at once where they are in memory, else as `make` gives them, once for all who ask meanwhile. */
  readonly get: (key: string, make: () => Promise<Buffer>) => Buffer | Promise<Buffer>
}

/**
 * Keeps the files, and their encoded forms, that were asked for last in memory, up to `capacity` bytes. They are kept
 * under their digest, so what two releases have in common stays through a swap.
 */
export function createHotFiles(capacity: number): HotFiles {
  // A Map keeps the order of insertion: the first is the one that was not asked for the longest.
  const kept = new Map<string, Buffer>()
  const making = new Map<string, Promise<Buffer>>()
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
    get: (key, make) => {
      const bytes = kept.get(key)
      if (bytes) {
        kept.delete(key)
        kept.set(key, bytes)
        return bytes
      }
      const underWay = making.get(key)
      if (underWay) return underWay
      const made = make()
        .then((fresh) => {
          keep(key, fresh)
          return fresh
        })
        .finally(() => making.delete(key))
      making.set(key, made)
      return made
    },
  }
}
