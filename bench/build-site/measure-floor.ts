import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Milliseconds. */
export type Floor = { readonly copying: number; readonly writing: number }

/** Files held in memory at once. */
const BATCH = 500

/**
 * What no tool can go below: copying the content's folder, and writing the bytes of a release, as many files and
 * folders, with nothing done to them. Both leave nothing behind.
 */
export function measureFloor(content: string, release: string, scratch: string): Floor {
  const copying = timeOf(() => cpSync(content, path.join(scratch, 'content'), { recursive: true }))
  rmSync(path.join(scratch, 'content'), { recursive: true })
  const target = path.join(scratch, 'release')
  const entries = readdirSync(release, { recursive: true, withFileTypes: true })
  const at = (parent: string, name: string) => path.relative(release, path.join(parent, name))
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => at(parentPath, name))
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => at(parentPath, name))
  let writing = timeOf(() => {
    mkdirSync(target)
    for (const folder of folders.sort()) mkdirSync(path.join(target, folder))
  })
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH)
    const bytes = batch.map((file) => readFileSync(path.join(release, file)))
    writing += timeOf(() => {
      for (const [index, file] of batch.entries()) writeFileSync(path.join(target, file), bytes[index] ?? '')
    })
  }
  rmSync(target, { recursive: true })
  return { copying, writing }
}

function timeOf(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
