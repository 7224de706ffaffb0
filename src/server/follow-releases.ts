import type { Log } from '../base/log.ts'
import { SiteError } from '../base/site-error.ts'
import type { ReleaseSource } from './release-source.ts'
import type { RouteTable } from './route-table.ts'
import { routeTable } from './route-table.ts'

/** How many releases before the current one keep their fingerprinted files answerable. */
const KEPT = 3

/**
 * Opens the release that there is, and each one that takes its place. A request takes the table once and keeps to
 * it. Where a new release cannot be opened, that is reported once and the one before it stays.
 *
 * @throws SiteError when there is none to begin with
 */
export async function followReleases(
  source: ReleaseSource,
  log: Log,
): Promise<{ readonly table: () => RouteTable; readonly stop: () => void }> {
  let seen = await source.version().catch(() => undefined)
  let table = routeTable(await source.open())
  let older: readonly RouteTable[] = []
  let reported: string | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const take = async () => {
    const version = await source.version().catch(() => 'none')
    if (version === seen) return
    try {
      const release = await source.open()
      if (release.dir !== table.release.dir || release.id !== table.release.id) {
        older = [table, ...older].slice(0, KEPT)
        table = routeTable(release, older)
        log.info(`Serving release ${release.id}`)
      }
      seen = version
      reported = undefined
    } catch (error) {
      if (reported === version) return
      reported = version
      report(log, error)
    }
  }
  const look = () => {
    timer = setTimeout(async () => {
      await take()
      if (!stopped) look()
    }, source.interval).unref()
  }
  look()

  return {
    table: () => table,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function report(log: Log, error: unknown): void {
  if (error instanceof SiteError) for (const diagnostic of error.diagnostics) log.report(diagnostic)
  else
    log.report({
      code: 'release/damaged',
      severity: 'error',
      message: `Cannot open the new release: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'The release before it is still served; build the site again',
    })
}
