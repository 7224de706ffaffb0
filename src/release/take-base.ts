import { statSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { writtenAt } from './is-intact.ts'
import type { Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { KEPT, listReleases } from './prune-releases.ts'
import { manifestFile, releaseDirectory } from './release-paths.ts'

/** A folder that is to become a release, and what is in it already. */
export type Base = {
  readonly dir: string
  readonly files: Manifest['files']
  /** Milliseconds since 1970: none of its files is younger. */
  readonly writtenAt: number
}

/**
 * Makes the folder of the release `id`. Where there are as many releases as are kept, the oldest becomes it, which
 * would be removed anyway: most of its files are the new one's, and to remove and make ten thousand folders takes
 * longer than a build. Its manifest goes first, so a crash leaves no half of a release.
 */
export async function takeBase(
  root: string,
  { id, current }: { readonly id: string; readonly current: string },
): Promise<Base> {
  const dir = releaseDirectory(root, id)
  const oldest = await findOldest(root, current)
  if (!oldest) {
    await mkdir(dir)
    return { dir, files: {}, writtenAt: 0 }
  }
  await rm(manifestFile(root, oldest.id))
  // At once under another name: whoever still looks for its files finds none, as if it were removed.
  await rename(releaseDirectory(root, oldest.id), dir)
  return { dir, files: oldest.files, writtenAt: oldest.writtenAt }
}

async function findOldest(root: string, current: string) {
  const { finished } = await listReleases(root)
  const others = finished.filter((id) => id !== current).sort()
  const [id] = others
  // With the current one and the new one, one more than are kept.
  if (id === undefined || others.length + 2 <= KEPT) return undefined
  try {
    const { files } = parseManifest(await readFile(manifestFile(root, id)))
    const until = await writtenAt(root, id)
    return isUntouched(releaseDirectory(root, id), files, until) ? { id, files, writtenAt: until } : undefined
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
