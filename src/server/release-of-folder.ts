import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { containedJoin } from '../base/contained-join.ts'
import { SiteError } from '../base/site-error.ts'
import type { FileEntry } from '../release/manifest.ts'
import { mediaTypeOf } from '../release/media-type.ts'
import type { Release } from '../release/release.ts'
import type { ReleaseSource } from './release-source.ts'

/**
 * Any folder as a release: its manifest is made in memory, nothing is written. Dotfiles (but
 * `.well-known`) and links that lead out of the folder are left out.
 *
 * @throws SiteError release/missing where there is no such folder
 */
export async function releaseOfFolder(folder: string): Promise<Release> {
  return folderReleases(folder).open()
}

/** A folder to be served as it is now and as it becomes; what has not changed is not read again. */
export function folderReleases(folder: string): ReleaseSource {
  const digests = new Map<string, string>()

  const digestOf = async (file: Found): Promise<string> => {
    const known = `${file.path}\0${file.size}\0${file.modified}`
    const digest = digests.get(known) ?? (await hash(file.real))
    digests.set(known, digest)
    return digest
  }

  return {
    interval: 2_000,
    version: async () => versionOf(await listFiles(await openFolder(folder))),
    open: async () => {
      const dir = await openFolder(folder)
      const found = await listFiles(dir)
      const files: Record<string, FileEntry> = {}
      for (const file of found) {
        files[file.path] = {
          mediaType: mediaTypeOf(file.path),
          size: file.size,
          digest: await digestOf(file),
        }
      }
      const builtAt = new Date(found.reduce((latest, { modified }) => Math.max(latest, modified), 0))
      const id = versionOf(found)
      return {
        id,
        dir,
        manifest: {
          version: 2,
          id,
          builtAt: builtAt.toISOString(),
          generator: 'inkseal/server',
          inputs: id,
          warnings: [],
          counts: { pages: 0, posts: 0, tags: 0, leftOut: { drafts: 0, future: 0, expired: 0 } },
          files,
          redirects: {},
          gone: [],
          schedule: [],
        },
      }
    },
  }
}

type Found = {
  readonly path: string
  readonly real: string
  readonly size: number
  readonly modified: number
}

async function openFolder(folder: string): Promise<string> {
  try {
    const dir = await realpath(folder)
    if ((await stat(dir)).isDirectory()) return dir
  } catch {
    // Told below, whatever the reason.
  }
  throw new SiteError({
    code: 'release/missing',
    message: `Cannot serve ${folder}: there is no such folder`,
    hint: 'Give the path of a folder that this user can read',
  })
}

async function listFiles(dir: string): Promise<readonly Found[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const found = await Promise.all(entries.map((entry) => look(dir, path.join(entry.parentPath, entry.name))))
  return found.filter((file) => file !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function look(dir: string, file: string): Promise<Found | undefined> {
  // It may have gone since it was listed.
  const real = await realpath(file).catch(() => undefined)
  if (!real || containedJoin(dir, real) === undefined) return undefined
  const [listed, actual] = [file, real].map((name) => path.relative(dir, name).replaceAll(path.sep, '/'))
  if (listed === undefined || isHidden(listed) || isHidden(actual ?? '')) return undefined
  const stats = await stat(real).catch(() => undefined)
  if (!stats?.isFile()) return undefined
  return { path: listed, real, size: stats.size, modified: Math.floor(stats.mtimeMs) }
}

/** A dotfile, or in a folder that is one; `.well-known` is for everybody (RFC 8615). */
const isHidden = (relative: string) => /(^|\/)\.(?!well-known\/)/.test(relative)

function versionOf(found: readonly Found[]): string {
  const text = found.map((file) => `${file.path}\0${file.size}\0${file.modified}`).join('\n')
  return `folder-${createHash('sha256').update(text).digest('base64url')}`
}

async function hash(file: string): Promise<string> {
  const digest = createHash('sha256')
  await pipeline(createReadStream(file), digest)
  return digest.digest('base64url')
}
