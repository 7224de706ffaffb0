import { systemClock } from '../../base/clock.ts'
import type { BuildOptions, BuildResult } from '../../build.ts'
import type { Config } from '../../config/config.ts'
import { loadConfig } from '../../config/load-config.ts'
import { findCurrentRelease } from '../../output/find-current-release.ts'
import { fingerprintInputs } from '../../output/fingerprint-inputs.ts'
import { version } from '../../version.ts'
import { abridge } from '../abridge.ts'
import { describeBuild, summarizeBuild } from '../describe-build.ts'
import { type ShowArguments, showOf } from '../show-of.ts'
import type { Terminal } from '../terminal.ts'

export type BuildArguments = ShowArguments & {
  readonly root: string
  readonly brokenLinks?: Config['brokenLinks']
  /** Milliseconds since 1970, where it is not to be now. */
  readonly clock?: number
  readonly json?: boolean
}

/** `inkseal build` */
export async function runBuild(options: BuildArguments, terminal: Terminal): Promise<number> {
  const began = performance.now()
  const loaded = await loadConfig(options.root)
  const config = { ...loaded, brokenLinks: options.brokenLinks ?? loaded.brokenLinks }
  const show = [...new Set([...config.show, ...showOf(options)])]
  const moment = options.clock
  const clock = moment === undefined ? systemClock : () => moment
  const now = clock()
  const inputs = await fingerprintInputs(config, { version, show, now })
  const current = await findCurrentRelease(config, { inputs, now })
  const result: BuildResult = current
    ? {
        release: current,
        changed: false,
        warnings: current.manifest.warnings,
        milliseconds: performance.now() - began,
      }
    : await buildWithBar({ config, clock, show, inputs, remember: moment === undefined }, terminal)
  if (options.json) {
    terminal.print(JSON.stringify(summarizeBuild(result)))
    return 0
  }
  reportWarnings(result.warnings, terminal)
  terminal.print(describeBuild(result, terminal))
  return 0
}

/** Builds, with a bar where a person waits for longer than a second. Only now is the whole program loaded. */
export async function buildWithBar(options: BuildOptions, terminal: Terminal): Promise<BuildResult> {
  const { build } = await import('../../build.ts')
  if (!terminal.isInteractive) return build(options)
  const { createProgressBar } = await import('../progress-bar.ts')
  const bar = createProgressBar()
  try {
    return await build({ ...options, onProgress: bar.update })
  } finally {
    bar.stop()
  }
}

export function reportWarnings(warnings: BuildResult['warnings'], terminal: Terminal): void {
  const { shown, rest } = abridge(warnings)
  terminal.report(shown)
  for (const line of rest) terminal.tell(line)
}
