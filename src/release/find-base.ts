import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Base } from './base.ts'
import { isFileIntact } from './is-intact.ts'
import type { Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { KEPT, SPARE, sortReleases } from './prune-releases.ts'
import { manifestFile, releaseDirectory, releasesDirectory } from './release-paths.ts'

/**
 * Finds a folder to be used again: the one that a build has made and not needed, else the oldest release where there
 * are as many as are kept, which would be removed anyway. Most of its files are the new one's, and to remove and
 * make ten thousand folders takes longer than a build.
 *
 * @param before the published release
 */
export function findBase(root: string, before: Pick<Manifest, 'id' | 'files'>): Base | undefined {
  const { finished, hasSpare } = sortReleases(readdirSync(releasesDirectory(root)))
  const others = finished.filter((id) => id !== before.id).sort()
  // With the published one and the new one, one more than are kept.
  const name = hasSpare ? SPARE : others.length + 2 > KEPT ? others[0] : undefined
  if (name === undefined) return undefined
  try {
    const { files } = parseManifest(readFileSync(manifestFile(root, name)))
    const dir = releaseDirectory(root, name)
    const writtenAt = statSync(manifestFile(root, name)).mtimeMs
    if (!isUntouched(dir, files, writtenAt)) return undefined
    const isThere = (file: string) => {
      const own = files[file]
      const isSame = own !== undefined && own.digest === before.files[file]?.digest
      return isSame && isFileIntact(path.join(dir, file), own, writtenAt)
    }
    const lacking = new Set(Object.keys(before.files).filter((file) => !isThere(file)))
    const extra = Object.keys(files).filter((file) => !Object.hasOwn(before.files, file) || lacking.has(file))
    return { name, lacking, extra }
  } catch {
    // Of another version of Inkseal, or damaged: it is removed in its turn.
    return undefined
  }
}

/** Whether nobody put a file of their own into any folder of a release, which is a change of the folder. */
function isUntouched(dir: string, files: Manifest['files'], until: number): boolean {
  const folders = new Set<string>()
  for (const file of Object.keys(files)) {
    let folder = path.posix.dirname(file)
    while (!folders.has(folder)) {
      folders.add(folder)
      folder = path.posix.dirname(folder)
    }
  }
  return [...folders].every((folder) => statSync(path.join(dir, folder)).mtimeMs <= until)
}
