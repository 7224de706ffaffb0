import { execFile } from 'node:child_process'
import { readlink } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { findRelease } from '../output/find-current-release.ts'

/** How often it is looked whether another release has been published, with a schedule of its own. */
const LOOK = 20_000
/** How long a build that failed is let alone. */
const RETRY = 60_000

export type ScheduleOptions = {
  /** The site's folder. */
  readonly root: string
  /** Inkseal's own program, as it was started. */
  readonly program: string
  readonly clock: Clock
  readonly log: Log
}

/**
 * Publishes and withdraws pages at their moment, which the published release's manifest names: the site is built
 * anew, in a process of its own so that no reader waits. A build that fails is told once and tried again, and what
 * is served stays.
 */
export function publishOnSchedule({ root, program, clock, log }: ScheduleOptions): {
  readonly stop: () => Promise<void>
} {
  const stopping = new AbortController()
  let known: { readonly link: string | undefined; readonly moment: number | undefined } | undefined
  let told: string | undefined
  let timer: NodeJS.Timeout | undefined
  let working = Promise.resolve()

  const look = async () => {
    const link = await readlink(path.join(root, 'public')).catch(() => undefined)
    if (!known || known.link !== link) known = { link, moment: await nextMoment(root) }
    if (known.moment === undefined || known.moment > clock()) return
    const result = await runBuild(program, root, stopping.signal)
    if (stopping.signal.aborted) return
    if (result.ok) {
      told = undefined
      known = undefined
      log.info('A page’s time has come: the site was built anew')
      return
    }
    known = { link, moment: clock() + RETRY }
    if (result.told !== told)
      log.info(`A page’s time has come, and the site cannot be built: what is served stays\n${result.told}`)
    told = result.told
  }

  const wait = () => {
    if (stopping.signal.aborted) return
    const rest = (known?.moment ?? Number.POSITIVE_INFINITY) - clock()
    timer = setTimeout(
      () => {
        working = look().then(wait, wait)
      },
      Math.min(LOOK, Math.max(50, rest)),
    )
  }

  working = look().then(wait, wait)
  return {
    stop() {
      stopping.abort()
      clearTimeout(timer)
      return working
    },
  }
}

async function nextMoment(root: string): Promise<number | undefined> {
  const first = (await findRelease(root))?.manifest.schedule[0]
  return first === undefined ? undefined : Date.parse(first)
}

type Outcome = { readonly ok: boolean; readonly told: string }

function runBuild(program: string, root: string, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const args = [program, 'build', '--root', root]
    execFile(process.execPath, args, { signal, maxBuffer: 64 * 1024 * 1024 }, (error, _, stderr) =>
      resolve({ ok: error === null, told: stderr.trim() || String(error?.message) }),
    )
  })
}
