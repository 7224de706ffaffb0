import { readFileSync, statSync } from 'node:fs'
import { digestOf } from '../../base/digest-of.ts'

/**
 * File systems tell times by a clock that may stand still for as long (FAT: two seconds): two changes within it look
 * like one. Milliseconds.
 */
const RACY = 2000

/**
 * Tells a file's content from any that it had before, without reading it: its size, its inode, and the times of its
 * last changes; that of its status (ctime) cannot be set by any tool. What was changed a moment ago may be changed again
 * and look the same (git calls that racy), so then its bytes are read. `none` where there is none that can be.
 */
export function diskKey(file: string, now: number): string {
  try {
    const { size, ino, mtimeMs, ctimeMs } = statSync(file)
    const facts = `${size} ${ino} ${mtimeMs} ${ctimeMs}`
    return Math.max(mtimeMs, ctimeMs) > now - RACY ? `${facts} ${digestOf(readFileSync(file))}` : facts
  } catch {
    return 'none'
  }
}
