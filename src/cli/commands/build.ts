import { systemClock } from '../../base/clock.ts'
import { type BuildOptions, type BuildResult, build } from '../../build.ts'
import { loadConfig } from '../../config/load-config.ts'
import { describeBuild } from '../describe-build.ts'
import { createProgressBar } from '../progress-bar.ts'
import type { Terminal } from '../terminal.ts'

export type BuildArguments = {
  readonly root: string
  readonly drafts?: boolean
  readonly future?: boolean
  readonly expired?: boolean
  /** Milliseconds since 1970, where it is not to be now. */
  readonly clock?: number
  readonly json?: boolean
}

/** `inkseal build` */
export async function runBuild(options: BuildArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(options.root)
  const { clock } = options
  const result = await buildWithBar(
    { config, clock: clock === undefined ? systemClock : () => clock, show: showOf(options) },
    terminal,
  )
  if (options.json) {
    const { release, changed, counts, milliseconds, warnings } = result
    terminal.print(
      JSON.stringify({ ok: true, release: release.id, changed, ...counts, milliseconds, warnings }),
    )
    return 0
  }
  terminal.report(result.warnings)
  terminal.print(describeBuild(result, terminal))
  return 0
}

/** Builds, with a bar where a person waits for longer than a second. */
export async function buildWithBar(options: BuildOptions, terminal: Terminal): Promise<BuildResult> {
  const bar = createProgressBar(terminal)
  try {
    return await build({ ...options, onProgress: bar.update })
  } finally {
    bar.stop()
  }
}

function showOf({ drafts, future, expired }: BuildArguments): NonNullable<BuildOptions['show']> {
  return [
    ...(drafts ? (['draft'] as const) : []),
    ...(future ? (['future'] as const) : []),
    ...(expired ? (['expired'] as const) : []),
  ]
}
