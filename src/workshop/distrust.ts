import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const mark = (dir: string) => path.join(dir, 'distrusted')

/** Has the next build look at every byte of the texts: one was not as it was written, although its file looked so. */
export function distrust(dir: string): void {
  writeFileSync(mark(dir), '')
}

/** Whether the texts were distrusted, once. */
export function takeDistrust(dir: string): boolean {
  const isDistrusted = existsSync(mark(dir))
  if (isDistrusted) rmSync(mark(dir), { force: true })
  return isDistrusted
}
