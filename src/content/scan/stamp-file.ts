import { statSync } from 'node:fs'
import type { Clock } from '../../base/clock.ts'
import { digestOf } from '../../base/digest-of.ts'
import type { ReadBytes } from './read-bytes.ts'
import { unreadableFile } from './unreadable.ts'

export type Stamp = {
  /** Another whenever the file's bytes are others. */
  readonly stamp: string
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number
  readonly size: number
}

export type StampedFile = {
  /** Absolute. */
  readonly file: string
  /** As its author knows it. */
  readonly name: string
}

/** What the clocks of file systems show apart, in milliseconds: those of Linux tick with the kernel, and FAT's every other second. */
const TICK = 100
const COARSE_TICK = 2000

/**
 * Stamps files with what the system says of them. Two changes within one tick of its clock may leave the same size and
 * time, so that the stamp of a file that was changed just now holds the digest of its bytes (as Git's index does, and
 * for the reason that its "racy-git" tells). The time of the last change counts: that of writing can be set to any value.
 *
 * @throws SiteError content/read
 */
export const createStamper =
  (read: ReadBytes, clock: Clock) =>
  ({ file, name }: StampedFile): Stamp => {
    try {
      const { size, mtimeMs, ctimeMs, ino } = statSync(file)
      const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
      const tick = Number.isInteger(ctimeMs / 1000) ? COARSE_TICK : TICK
      const isSettled = ctimeMs + tick < clock()
      return {
        stamp: isSettled ? stamp : `${stamp} ${digestOf(read(file, size))}`,
        modified: Math.round(mtimeMs),
        size,
      }
    } catch (cause) {
      throw unreadableFile(name, cause)
    }
  }
