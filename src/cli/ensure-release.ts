import { systemClock } from '../base/clock.ts'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { findCurrentRelease, findRelease } from '../output/find-current-release.ts'
import { fingerprintInputs } from '../output/fingerprint-inputs.ts'
import { version } from '../version.ts'
import { buildWithBar, reportWarnings } from './commands/build.ts'
import { formatTime } from './describe-build.ts'
import { explainSystemError } from './explain-system-error.ts'
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
    const now = systemClock()
    const inputs = await fingerprintInputs(config, { version, show: config.show, now })
    const current = await findCurrentRelease(config, { inputs, now })
    if (current) return `Nothing changed since release ${current.id}`
    const result = await buildWithBar({ config, clock: systemClock, inputs }, terminal)
    reportWarnings(result.warnings, terminal)
    return `Built ${result.release.manifest.counts.pages} pages in ${formatTime(result.milliseconds)}: release ${result.release.id}`
  } catch (error) {
    const system = explainSystemError(error)
    const diagnostics = error instanceof SiteError ? error.diagnostics : system && [system]
    if (!release || !diagnostics) throw error
    terminal.report(diagnostics)
    return terminal.paint('yellow', `The build failed, so the last good release is served: ${release.id}`)
  }
}
