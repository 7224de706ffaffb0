import { systemClock } from '../base/clock.ts'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { fingerprintInputs } from '../output/fingerprint-inputs.ts'
import { openRelease } from '../release/open-release.ts'
import type { Release } from '../release/release.ts'
import { version } from '../version.ts'
import { buildWithBar } from './commands/build.ts'
import { formatTime } from './describe-build.ts'
import type { Terminal } from './terminal.ts'

/**
 * Sees to it that there is a release to serve, and that it is the newest that the content allows: builds when there
 * is none, when a file has changed, or when a page's time has come. Gives a line that says what happened. Where the
 * content is broken, the last good release is served.
 *
 * @throws SiteError when the build fails and there is no release
 */
export async function ensureRelease(config: Config, terminal: Terminal): Promise<string> {
  const release = await findRelease(config.root)
  try {
    if (release && (await isCurrent(release, config))) return `Nothing new: release ${release.id}`
    const result = await buildWithBar({ config, clock: systemClock }, terminal)
    terminal.report(result.warnings)
    return `Built ${result.counts.pages} pages in ${formatTime(result.milliseconds)}: release ${result.release.id}`
  } catch (error) {
    if (!release || !(error instanceof SiteError)) throw error
    terminal.report(error.diagnostics)
    return terminal.paint('yellow', `The build failed, so the last good release is served: ${release.id}`)
  }
}

async function findRelease(root: string): Promise<Release | undefined> {
  try {
    return await openRelease(root)
  } catch (error) {
    // None, or a damaged one: either way a new one is built.
    if (error instanceof SiteError) return undefined
    throw error
  }
}

async function isCurrent({ manifest }: Release, config: Config): Promise<boolean> {
  const moment = manifest.schedule[0]
  if (moment !== undefined && Date.parse(moment) <= systemClock()) return false
  return manifest.inputs === (await fingerprintInputs(config, { version, show: [] }))
}
