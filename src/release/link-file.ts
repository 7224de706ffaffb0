import { copyFileSync, linkSync } from 'node:fs'
import { hasCode } from '../base/read-if-there.ts'

/** Gives a file a second name, or copies it where the file system has no hard links, or no more of them. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!['EPERM', 'EMLINK', 'ENOTSUP', 'EXDEV'].some((code) => hasCode(error, code))) throw error
    copyFileSync(from, to)
  }
}
