import { copyFileSync, linkSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { hasCode } from '../base/read-if-there.ts'
import { isFileIntact } from './is-intact.ts'
import type { Manifest } from './manifest.ts'
import type { Base } from './take-base.ts'

/** So many files are worked on until a server that builds while it serves comes to its turn. */
const BATCH = 64

/**
 * Makes a folder hold exactly `files`. What is there already stays; what is too much is removed; `fresh` says where a
 * file lies that is new; all others are linked from `from`, the folder of the release before. Nothing is written into
 * a file: its bytes may be those of other releases as well.
 */
export async function fillRelease(
  base: Base,
  wanted: {
    readonly files: Manifest['files']
    readonly fresh: ReadonlyMap<string, string>
    readonly from: string
  },
): Promise<void> {
  const { files, fresh, from } = wanted
  const stale = Object.keys(base.files).filter((name) => !Object.hasOwn(files, name))
  await inBatches(stale, (name) => rmSync(path.join(base.dir, name), { force: true }))
  removeEmpty(base.dir, stale)
  const made = new Set<string>()
  await inBatches(Object.entries(files), ([name, { digest }]) => {
    const file = path.join(base.dir, name)
    const old = base.files[name]
    const written = fresh.get(name)
    if (!written && old?.digest === digest && isFileIntact(file, old, base.writtenAt)) return
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    if (written) return renameSync(written, file)
    if (old) rmSync(file, { force: true })
    linkOrCopy(path.join(from, name), file)
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
      if (!hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) throw error
    }
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    // File systems without hard links, or with a limit on them that is reached.
    if (!['EPERM', 'EMLINK', 'ENOTSUP', 'EXDEV'].some((code) => hasCode(error, code))) throw error
    copyFileSync(from, to)
  }
}
