import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import type { Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import type { Release } from './release.ts'
import { manifestFile, publicLink } from './release-paths.ts'

/**
 * Opens the release that the link `public` points at.
 *
 * @throws SiteError release/missing when there is none, release/damaged when its manifest cannot be read
 */
export async function openRelease(root: string): Promise<Release> {
  const dir = await realpath(publicLink(root)).catch(() => undefined)
  if (dir === undefined) throw missing()
  const id = path.basename(dir)
  const bytes = await readIfThere(manifestFile(root, id))
  if (bytes === undefined) throw damaged(id, 'its manifest is missing')
  return { id, dir, manifest: read(id, bytes) }
}

function read(id: string, bytes: Buffer): Manifest {
  try {
    return parseManifest(bytes)
  } catch (cause) {
    throw damaged(id, cause instanceof TypeError ? cause.message : 'its manifest is not JSON', cause)
  }
}

function missing(): SiteError {
  return new SiteError({
    code: 'release/missing',
    message: 'Cannot open the release: the link "public" leads nowhere',
    hint: 'Run `inkseal build`',
  })
}

function damaged(id: string, why: string, cause?: unknown): SiteError {
  return new SiteError(
    {
      code: 'release/damaged',
      message: `Cannot open the release ${id}: ${why}`,
      hint: 'Run `inkseal build`, which makes a new one',
    },
    { cause },
  )
}
