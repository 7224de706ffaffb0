import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { manifestFile, publicLink, releaseDirectory, releasesDirectory } from './release-paths.ts'

/** How many releases stay: the one being served and those that open pages and downloads may still need. */
export const KEPT = 5

/** Removes the oldest releases, never the one named. */
export async function pruneReleases(root: string, current: string): Promise<void> {
  const { finished } = await listReleases(root)
  const old = finished.filter((id) => id !== current).sort()
  for (const id of old.slice(0, Math.max(0, old.length - (KEPT - 1)))) {
    // The manifest first: a folder without one is not a release, so a crash between the two leaves no half of one.
    await rm(manifestFile(root, id), { force: true })
    await rm(releaseDirectory(root, id), { recursive: true, force: true })
  }
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

export async function listReleases(root: string) {
  const names = (await readdir(releasesDirectory(root))).filter(
    (name) => name !== '.lock' && name !== '.lock.break',
  )
  const there = new Set(names)
  const finished = names.filter((name) => !name.endsWith('.json') && there.has(`${name}.json`))
  const known = new Set(finished.flatMap((id) => [id, `${id}.json`]))
  return { finished, unfinished: names.filter((name) => !known.has(name)) }
}
