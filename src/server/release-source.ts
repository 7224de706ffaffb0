import { readlink } from 'node:fs/promises'
import path from 'node:path'
import { openRelease } from '../release/open-release.ts'
import type { Release } from '../release/release.ts'

/** Where releases come from. */
export type ReleaseSource = {
  /** @throws SiteError when there is nothing that can be served */
  readonly open: () => Promise<Release>
  /** A cheap look; another value than the last time means that `open` would give another release. */
  readonly version: () => Promise<string>
  /** How often to look, in milliseconds. */
  readonly interval: number
}

/** The releases of a site's folder: the one that its link `public` points at. */
export function publishedReleases(root: string): ReleaseSource {
  return {
    open: () => openRelease(root),
    version: () => readlink(path.join(root, 'public')),
    interval: 500,
  }
}
