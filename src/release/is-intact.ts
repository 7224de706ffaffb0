import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileEntry } from './manifest.ts'
import type { Release } from './release.ts'
import { manifestFile } from './release-paths.ts'

/** When a release's manifest was written, in milliseconds since 1970: none of its files is younger. */
export const writtenAt = async (root: string, id: string): Promise<number> =>
  (await stat(manifestFile(root, id))).mtimeMs

/** Whether all files of a release are as they were written, as far as sizes and times tell. */
export async function isIntact(root: string, { id, dir, manifest }: Release): Promise<boolean> {
  const until = await writtenAt(root, id)
  return Object.entries(manifest.files).every(([file, entry]) =>
    isFileIntact(path.join(dir, file), entry, until),
  )
}

/**
 * The same for one file. Whoever edits one under public/ by hand does so after `until`. Of tens of thousands of files,
 * to ask one by one takes a tenth of the time that to ask the thread pool takes.
 */
export function isFileIntact(file: string, { size }: FileEntry, until: number): boolean {
  try {
    const facts = statSync(file, { throwIfNoEntry: false })
    return facts?.size === size && facts.mtimeMs <= until
  } catch {
    return false
  }
}
