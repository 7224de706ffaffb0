import { existsSync } from 'node:fs'
import { mkdir, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../base/clock.ts'
import { SiteError } from '../base/site-error.ts'
import { swapLink } from '../base/swap-link.ts'
import { writeAtomic } from '../base/write-atomic.ts'
import { checkPublicLink } from './check-public-link.ts'
import { createWriter, type Writer } from './create-writer.ts'
import { fillRelease } from './fill-release.ts'
import { isFileIntact, writtenAt } from './is-intact.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import { openRelease } from './open-release.ts'
import { pruneReleases, removeUnfinished } from './prune-releases.ts'
import type { Release } from './release.ts'
import { prepareFolder } from './release-folder.ts'
import { manifestFile, publicLink, releaseDirectory, releasesDirectory } from './release-paths.ts'
import { fileFor, type WriteTarget } from './write-target.ts'
import { writtenTwice } from './written-twice.ts'

/** What a manifest holds beside the files. */
export type ReleaseFacts = Pick<
  Manifest,
  'generator' | 'inputs' | 'counts' | 'warnings' | 'redirects' | 'gone' | 'schedule'
>

/** A release in the making. Nobody sees it before `finish`; after `abandon` it has never been. */
export type ReleaseDraft = Writer & {
  /** What `createWriter` needs to write files of this release in another thread. */
  readonly target: WriteTarget
  /** The release before, where there is one that can be read. */
  readonly previous: Release | undefined
  /** Takes a file over from the release before. False where that has no such bytes under this name, or they were edited. */
  readonly link: (path: string, entry: FileEntry) => boolean
  /**
   * Puts everything that was written, by any thread, or taken over into its place, writes the manifest and swaps the
   * link. Where nothing differs from the release before, that one stays.
   *
   * @throws SiteError release/write where two files have one name
   */
  readonly finish: (
    entries: Iterable<readonly [path: string, entry: FileEntry]>,
    facts: ReleaseFacts,
  ) => Promise<{ readonly release: Release; readonly changed: boolean }>
  readonly abandon: () => Promise<void>
}

/**
 * Begins a release under `releases/`. The caller holds the lock on it. The manifest is written last, then the link
 * `public` is swapped: a crash at any moment leaves the release before in its place, and the next call removes what
 * was left.
 */
export async function beginRelease({
  root,
  clock,
}: {
  readonly root: string
  readonly clock: Clock
}): Promise<ReleaseDraft> {
  await checkPublicLink(root)
  await mkdir(releasesDirectory(root), { recursive: true })
  await removeUnfinished(root)
  const before = await findPrevious(root)
  const builtAt = new Date(clock()).toISOString()
  const id = await freeId(root, builtAt)
  const dir = releaseDirectory(root, id)
  const target: WriteTarget = before
    ? { dir: `${dir}.new`, layout: 'flat', previous: before.former }
    : { dir, layout: 'placed', previous: undefined }
  await mkdir(target.dir)
  const filesBefore = before?.release.manifest.files ?? {}
  const folder = before && prepareFolder(root, id, { before: before.release, former: before.former })
  const linked = new Set<string>()

  return {
    ...createWriter(target, () => filesBefore),
    target,
    previous: before?.release,

    link(name, entry) {
      const old = filesBefore[name]
      if (!before || old?.digest !== entry.digest) return false
      const edited = folder?.edited()
      const { former } = before
      const isThere = edited
        ? !edited.has(name)
        : isFileIntact(path.join(former.dir, name), old, former.writtenAt)
      if (!isThere) return false
      linked.add(name)
      return true
    },

    async finish(entries, facts) {
      const files = sortFiles(entries)
      const manifest: Manifest = { version: 2, id, builtAt, ...facts, files }
      if (!before || !folder) return publish(root, { id, dir, manifest })
      const fresh = new Map<string, string>()
      for (const [name, { digest }] of Object.entries(files)) {
        const isSame = filesBefore[name]?.digest === digest
        if (isSame && linked.has(name)) continue
        const file = fileFor(target, name)
        // A thread that finds the same in the release before writes nothing.
        if (!isSame || existsSync(file)) fresh.set(name, file)
      }
      if (fresh.size === 0 && isSameSite(before.release.manifest, manifest)) {
        await rm(target.dir, { recursive: true })
        await folder.spare()
        return { release: await renew(root, before, manifest), changed: false }
      }
      const base = await folder.take()
      await fillRelease(dir, base, { files, fresh, before: before.release })
      await rm(target.dir, { recursive: true })
      return publish(root, { id, dir, manifest })
    },

    async abandon() {
      await folder?.spare().catch(() => {})
      await rm(manifestFile(root, id), { force: true })
      for (const folder of new Set([target.dir, dir])) await rm(folder, { recursive: true, force: true })
    },
  }
}

type Before = { readonly release: Release; readonly former: NonNullable<WriteTarget['previous']> }

async function findPrevious(root: string): Promise<Before | undefined> {
  try {
    const release = await openRelease(root)
    const { id, dir } = release
    const former = { dir, manifestFile: manifestFile(root, id), writtenAt: await writtenAt(root, id) }
    return { release, former }
  } catch (error) {
    // None, or one that cannot be read: everything is written anew.
    if (error instanceof SiteError) return undefined
    throw error
  }
}

/** Sorts by time and can be read by people: `20261124-090501`, with a counter within one second. */
async function freeId(root: string, builtAt: string): Promise<string> {
  const base = builtAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`
    const taken = await stat(releaseDirectory(root, id)).catch(() => undefined)
    if (!taken) return id
  }
}

function sortFiles(entries: Iterable<readonly [string, FileEntry]>): Manifest['files'] {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [index, [name]] of sorted.entries())
    if (sorted[index + 1]?.[0] === name) throw writtenTwice(name)
  return Object.fromEntries(sorted)
}

/** Whether a reader could not tell two releases apart, nor the version that wrote them. */
function isSameSite(a: Manifest, b: Manifest): boolean {
  const rest = ({ version, generator, redirects, gone }: Manifest) =>
    JSON.stringify([version, generator, redirects, gone])
  const names = Object.keys(a.files)
  return (
    rest(a) === rest(b) &&
    names.length === Object.keys(b.files).length &&
    names.every((name) => JSON.stringify(a.files[name]) === JSON.stringify(b.files[name]))
  )
}

/** The same files from other inputs (a comment in the config, say): only what they were made from is new. */
async function renew(root: string, { release, former }: Before, manifest: Manifest): Promise<Release> {
  const { id } = release
  const renewed = { ...manifest, id, builtAt: release.manifest.builtAt }
  await writeManifest(root, renewed)
  // Its time still tells what was edited since the files were written. Fractions of a millisecond get lost on the way.
  const time = Math.ceil(former.writtenAt + 1) / 1000
  await utimes(manifestFile(root, id), time, time)
  return { ...release, manifest: renewed }
}

async function publish(root: string, release: Release) {
  await writeManifest(root, release.manifest)
  await swapLink(publicLink(root), `releases/${release.id}`)
  await pruneReleases(root, release.id)
  return { release, changed: true }
}

const writeManifest = (root: string, manifest: Manifest) =>
  writeAtomic(manifestFile(root, manifest.id), `${JSON.stringify(manifest)}\n`)
