import { createHash } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import type { Clock } from '../base/clock.ts'
import { SiteError } from '../base/site-error.ts'
import { swapLink } from '../base/swap-link.ts'
import { writeAtomic } from '../base/write-atomic.ts'
import type { Artifact } from './artifact.ts'
import { checkArtifactPath } from './check-artifact-path.ts'
import { checkPublicLink } from './check-public-link.ts'
import { createWriteQueue } from './create-write-queue.ts'
import { writtenAt } from './is-intact.ts'
import { encodingSuffixes, type FileEntry, type Manifest } from './manifest.ts'
import { openRelease } from './open-release.ts'
import { pruneReleases, removeUnfinished } from './prune-releases.ts'
import type { Release } from './release.ts'
import { manifestFile, publicLink, releaseDirectory, releasesDirectory } from './release-paths.ts'

/** What a manifest holds beside the files. */
export type ReleaseFacts = Pick<
  Manifest,
  'generator' | 'inputs' | 'counts' | 'warnings' | 'redirects' | 'gone' | 'schedule'
>

/** A release in the making. Nobody sees it before `finish`; after `abandon` it has never been. */
export type ReleaseDraft = {
  readonly add: (artifact: Artifact) => Promise<void>
  /** Writes the manifest, swaps the link. Where nothing differs from the release before, that one stays. */
  readonly finish: (facts: ReleaseFacts) => Promise<{ readonly release: Release; readonly changed: boolean }>
  readonly abandon: () => Promise<void>
}

export type BeginOptions = {
  readonly root: string
  readonly clock: Clock
  /** Paths that artifacts to come have: no compressed form of another is given such a name. */
  readonly reserved?: ReadonlySet<string>
}

/**
 * Begins a release under `releases/`. The caller holds the lock on it. What did not change is hard-linked from the
 * release before. The manifest is written last, then the link `public` is swapped: a crash at any moment leaves
 * the release before in its place, and the next call removes what was left.
 */
export async function beginRelease({
  root,
  clock,
  reserved = new Set(),
}: BeginOptions): Promise<ReleaseDraft> {
  await checkPublicLink(root)
  await mkdir(releasesDirectory(root), { recursive: true })
  await removeUnfinished(root)
  const previous = await findPrevious(root)
  const builtAt = new Date(clock()).toISOString()
  const id = await freeId(root, builtAt)
  const dir = releaseDirectory(root, id)
  await mkdir(dir)
  const files = new Map<string, FileEntry>()
  const queue = createWriteQueue({
    dir,
    previous: previous && { dir: previous.release.dir, writtenAt: previous.writtenAt },
  })
  let isDamaged = false

  return {
    async add(artifact) {
      checkArtifactPath(artifact.path)
      if (files.has(artifact.path)) throw writtenTwice(artifact.path)
      // Taken before the first await, so that two at once cannot both pass.
      files.set(artifact.path, { mediaType: artifact.mediaType, size: 0, digest: artifact.digest })
      const { entry, repaired } = await queue.write({
        artifact,
        old: previous?.release.manifest.files[artifact.path],
        reserved: Object.values(encodingSuffixes).filter((suffix) => reserved.has(artifact.path + suffix)),
      })
      files.set(artifact.path, entry)
      isDamaged ||= repaired
    },

    async finish(facts) {
      await queue.stop()
      const sorted = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
      const manifest: Manifest = { version: 1, id, builtAt, ...facts, files: sorted }
      if (previous && !isDamaged && contentsOf(previous.release.manifest) === contentsOf(manifest)) {
        await rm(dir, { recursive: true })
        // The same files from other inputs (a comment in the config, say): only what they were made from is new.
        const kept = { ...manifest, id: previous.release.id, builtAt: previous.release.manifest.builtAt }
        await writeManifest(root, kept)
        return { release: { ...previous.release, manifest: kept }, changed: false }
      }
      await writeManifest(root, manifest)
      await swapLink(publicLink(root), `releases/${id}`)
      await pruneReleases(root, id)
      return { release: { id, dir, manifest }, changed: true }
    },

    async abandon() {
      await queue.stop()
      await rm(manifestFile(root, id), { force: true })
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** The release before, and when its manifest was written (milliseconds since 1970). */
type Previous = { readonly release: Release; readonly writtenAt: number }

async function findPrevious(root: string): Promise<Previous | undefined> {
  try {
    const release = await openRelease(root)
    return { release, writtenAt: await writtenAt(root, release.id) }
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

const writeManifest = (root: string, manifest: Manifest) =>
  writeAtomic(manifestFile(root, manifest.id), `${JSON.stringify(manifest)}\n`)

/** A digest of all that a reader could tell apart, and of the version that wrote it. */
function contentsOf({ version, generator, files, redirects, gone }: Manifest): string {
  return createHash('sha256')
    .update(JSON.stringify([version, generator, files, redirects, gone]))
    .digest('hex')
}

function writtenTwice(path: string): SiteError {
  return new SiteError({
    code: 'release/write',
    message: `Cannot write the release: two files are named ${path}`,
    hint: 'Rename one of the two: a page, a file beside a page, a theme file or a static file',
  })
}
