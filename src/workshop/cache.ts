import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bufferOf, RecordView, startsIn } from './block.ts'
import { readFactsFile, writeBlocks } from './facts-file.ts'
import { rewriteCache } from './rewrite-cache.ts'
import { findDamagedTexts, sealTexts, sizeOnDisk } from './text-seal.ts'

export type Cache = {
  /** Everything that was in the cache, in memory that threads may share; records begin where `find` says. */
  readonly bytes: Uint8Array
  readonly isEmpty: boolean
  /** Where the record of a key begins. */
  readonly find: (key: string) => number | undefined
  readonly view: (start: number) => RecordView
  /**
   * Keeps what was made. With the keys that this build has `used`, what others have left behind is thrown away, as
   * soon as that is most of the cache.
   */
  readonly close: (made: readonly Uint8Array[], used?: ReadonlySet<string>) => void
}

export type CacheOptions = {
  /** Bytes that the cache may have on disk. What does not fit in is made again by every build. Default: 1 GiB. */
  readonly limit?: number
}

/** Records that may lie about unused, whatever the size of the site. */
const SPARE = 500

/** Opens the cache in a folder that is only the cache's. One process at a time may have it open. */
export function openCache(dir: string, { limit = 2 ** 30 }: CacheOptions = {}): Cache {
  clear(dir)
  const file = path.join(dir, 'facts')
  const { bytes, blocks } = readFactsFile(file)
  const buffer = bufferOf(bytes)
  const view = (start: number) => new RecordView(buffer, start)
  const starts = new Map<string, number>()
  for (const { start, end } of blocks)
    for (const at of startsIn(bytes, start, end)) starts.set(view(at).key, at)
  const texts = () => [...starts].map(([key, start]) => ({ key, text: view(start).text }))
  for (const key of findDamagedTexts(dir, texts)) starts.delete(key)
  const isWhole = bytes.length > 0 && blocks.at(-1)?.end === bytes.length

  return {
    bytes,
    isEmpty: starts.size === 0,
    find: (key) => starts.get(key),
    view,
    close(made, used) {
      const unused = used ? starts.size - [...starts.keys()].filter((key) => used.has(key)).length : 0
      const isCluttered = unused > Math.max(SPARE, starts.size / 2)
      const isTooLarge = sizeOnDisk(dir) + made.reduce((sum, block) => sum + block.length, 0) > limit
      if (isCluttered || isTooLarge) {
        const left = [...starts].filter(([key]) => used?.has(key) ?? true).map(([, start]) => view(start))
        rewriteCache(dir, [...made.flatMap(recordsOf), ...left], limit)
      } else if (isWhole) writeBlocks(file, made, { anew: false })
      else {
        const whole = blocks.map(({ start, end }) => bytes.subarray(start, end))
        writeBlocks(file, [...whole, ...made], { anew: true })
      }
      sealTexts(dir)
    },
  }
}

function recordsOf(block: Uint8Array): readonly RecordView[] {
  const buffer = bufferOf(block)
  return Array.from(startsIn(block), (start) => new RecordView(buffer, start))
}

/** Makes the folder, in the place of whatever else is there: the name is the cache's. */
function clear(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true })
    if (readdirSync(dir, { withFileTypes: true }).every((entry) => entry.isFile())) return
  } catch {
    // Something else has its name.
  }
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
}
