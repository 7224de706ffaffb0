import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { isIntact } from '../release/is-intact.ts'
import { openRelease } from '../release/open-release.ts'
import type { Release } from '../release/release.ts'

export type CurrentOptions = {
  /** See fingerprintInputs. */
  readonly inputs: string
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/**
 * Gives the published release where a build would give the same one: nothing that it is made from has changed, no
 * page's time has come, and its files are all there. An author's own plugins may depend on anything, so with them
 * nothing is known before a build.
 */
export async function findCurrentRelease(
  config: Config,
  { inputs, now }: CurrentOptions,
): Promise<Release | undefined> {
  const release = await findRelease(config.root)
  if (!release || config.markdown.remarkPlugins.length + config.markdown.rehypePlugins.length > 0)
    return undefined
  const moment = release.manifest.schedule[0]
  if (moment !== undefined && Date.parse(moment) <= now) return undefined
  if (release.manifest.inputs !== inputs) return undefined
  return (await isIntact(config.root, release)) ? release : undefined
}

/** The published release, or undefined where there is none that can be read. */
export async function findRelease(root: string): Promise<Release | undefined> {
  try {
    return await openRelease(root)
  } catch (error) {
    if (error instanceof SiteError) return undefined
    throw error
  }
}
