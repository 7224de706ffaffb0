import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { type Base, emptyBase } from './base.ts'
import { findBase } from './find-base.ts'
import { SPARE } from './prune-releases.ts'
import type { Release } from './release.ts'
import { manifestFile, releaseDirectory } from './release-paths.ts'
import { type Preparing, startPreparing } from './start-preparing.ts'
import type { FormerRelease } from './write-target.ts'

/** From so many files on, a thread of its own is worth its start. */
const MANY = 3_000

/** The folder of a release that takes the place of another one. */
export type ReleaseFolder = Pick<Preparing, 'edited'> & {
  /** Puts the folder under the release's name, and tells what is in it. */
  readonly take: () => Promise<Base>
  /** Keeps what was made of it for the next release. */
  readonly spare: () => Promise<void>
}

export function prepareFolder(
  root: string,
  id: string,
  { before, former }: { readonly before: Release; readonly former: FormerRelease },
): ReleaseFolder {
  const { files } = before.manifest
  const isLarge = Object.keys(files).length >= MANY
  const preparing = isLarge ? startPreparing({ root, id, previous: former }) : undefined
  const find = async () => preparing?.base ?? findBase(root, { id: before.id, files }) ?? emptyBase(id, files)
  return {
    edited: () => preparing?.edited(),

    async take() {
      const base = await find()
      const dir = releaseDirectory(root, id)
      if (base.name === id) await mkdir(dir, { recursive: true })
      else {
        // The manifest first, so that a crash leaves no half of a release. Then at once under another name: whoever
        // still looks for files of the old one finds none, as if it were removed.
        await rm(manifestFile(root, base.name))
        await rename(releaseDirectory(root, base.name), dir)
      }
      return base
    },

    async spare() {
      if (!preparing || (await preparing.base).name !== id) return
      await rm(manifestFile(root, SPARE), { force: true })
      await rm(releaseDirectory(root, SPARE), { recursive: true, force: true })
      await rename(releaseDirectory(root, id), releaseDirectory(root, SPARE))
      await copyFile(former.manifestFile, manifestFile(root, SPARE))
    },
  }
}
