import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { manifestFile, publicLink, releaseDirectory, releasesDirectory } from './release-paths.ts'

/** How many releases stay: the one being served and those that open pages and downloads may still need. */
export const KEPT = 5

/** A folder, with a manifest, that a build has made and not needed. The next one that publishes something takes it. */
export const SPARE = '.spare'

/** Removes the oldest releases, never the one named, and a spare folder that was of no use to it. */
export async function pruneReleases(root: string, current: string): Promise<void> {
  const { finished, hasSpare } = await listReleases(root)
  const old = finished.filter((id) => id !== current).sort()
  for (const id of old.slice(0, Math.max(0, old.length - (KEPT - 1)))) await removeRelease(root, id)
  if (hasSpare) await removeRelease(root, SPARE)
}

async function removeRelease(root: string, id: string): Promise<void> {
  // The manifest first: a folder without one is not a release, so a crash between the two leaves no half of one.
  await rm(manifestFile(root, id), { force: true })
  await rm(releaseDirectory(root, id), { recursive: true, force: true })
}

/** Removes what a build that was killed left behind. */
export async function removeUnfinished(root: string): Promise<void> {
  const { unfinished } = await listReleases(root)
  for (const name of unfinished) {
    await rm(path.join(releasesDirectory(root), name), { recursive: true, force: true })
  }
  const link = path.basename(publicLink(root))
  const drafts = (await readdir(root)).filter((name) => new RegExp(`^${link}\\.[0-9a-f]{12}$`).test(name))
  for (const name of drafts) await rm(path.join(root, name), { force: true })
}

const listReleases = async (root: string) => sortReleases(await readdir(releasesDirectory(root)))

/** Tells the names under `releases/` apart. */
export function sortReleases(names: readonly string[]) {
  const there = new Set(names)
  const whole = names.filter((name) => !name.endsWith('.json') && there.has(`${name}.json`))
  const known = new Set(['.lock', '.lock.break', ...whole.flatMap((id) => [id, `${id}.json`])])
  return {
    finished: whole.filter((name) => name !== SPARE),
    hasSpare: whole.includes(SPARE),
    unfinished: names.filter((name) => !known.has(name)),
  }
}
