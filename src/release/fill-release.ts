import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { hasCode } from '../base/read-if-there.ts'
import type { Base } from './base.ts'
import { linkFile } from './link-file.ts'
import type { Manifest } from './manifest.ts'
import type { Release } from './release.ts'

/** So many files are worked on until a server that builds while it serves comes to its turn. */
const BATCH = 64

/**
 * Makes the folder `dir`, which is `base` under its new name, hold exactly `files`. What is there already stays; what is
 * too much is removed; `fresh` says where a file lies that is new; all others are linked from the release before.
 * Nothing is written into a file: its bytes may be those of other releases as well.
 */
export async function fillRelease(
  dir: string,
  { lacking, extra }: Base,
  wanted: {
    readonly files: Manifest['files']
    readonly fresh: ReadonlyMap<string, string>
    readonly before: Release
  },
): Promise<void> {
  const { files, fresh, before } = wanted
  const there = Object.keys(before.manifest.files).filter((name) => !lacking.has(name))
  const stale = [...there, ...extra].filter((name) => !Object.hasOwn(files, name))
  await inBatches(stale, (name) => rmSync(path.join(dir, name), { force: true }))
  removeEmpty(dir, stale)
  const made = new Set<string>()
  const changing = Object.keys(files).filter((name) => fresh.has(name) || lacking.has(name))
  await inBatches(changing, (name) => {
    const file = path.join(dir, name)
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    const written = fresh.get(name)
    if (written) return renameSync(written, file)
    // One of other bytes may be there.
    rmSync(file, { force: true })
    linkFile(path.join(before.dir, name), file)
  })
}

async function inBatches<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index % BATCH === BATCH - 1) await setImmediate()
    work(item)
  }
}

/** Removes the folders that removed files were in, where nothing else is. */
function removeEmpty(dir: string, removed: readonly string[]): void {
  const folders = new Set<string>()
  for (const name of removed)
    for (let folder = path.posix.dirname(name); folder !== '.'; folder = path.posix.dirname(folder))
      folders.add(folder)
  // What lies deeper has the longer name.
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(path.join(dir, folder))
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].some((code) => hasCode(error, code))) throw error
    }
  }
}
