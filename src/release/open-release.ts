import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import type { Manifest } from './manifest.ts'
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
  return { id, dir, manifest: parseManifest(id, bytes) }
}

function parseManifest(id: string, bytes: Buffer): Manifest {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString())
  } catch (cause) {
    throw damaged(id, 'its manifest is not JSON', cause)
  }
  if (!isManifest(value)) throw damaged(id, 'its manifest is of another version')
  return value
}

// We alone write manifests, and in one step: what is told apart here is a manifest of another version of Inkseal.
function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'files' in value
  )
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
