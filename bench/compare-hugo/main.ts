import { parseArgs } from 'node:util'
import { resolveOwnModules } from '../../src/cli/own-modules.ts'
import { parseDate } from '../../src/content/parse-date.ts'
import { compareSite, dumpHugo } from './compare-site.ts'
import { findHugo } from './find-hugo.ts'
import { printReport } from './print-report.ts'

const usage = `usage: npm run compare:hugo -- SITE [--all] [--clock TIME] [--drafts] [--future] [--expired] [--dump]

Builds a copy of the site in the folder SITE with Hugo and with Inkseal, and prints what differs. --dump prints what
Hugo makes of it, as JSON. Ends with 1 where something differs.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      clock: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      future: { type: 'boolean', default: false },
      expired: { type: 'boolean', default: false },
      dump: { type: 'boolean', default: false },
    },
  })
  const [site] = positionals
  const clock = values.clock === undefined ? new Date() : parseDate(values.clock, 'UTC')
  if (site === undefined || clock === undefined) {
    console.error(usage)
    return 2
  }
  const program = await findHugo(process.env)
  if (program === undefined) {
    console.error(
      'Cannot compare: there is no hugo. Install it (https://gohugo.io/installation/), or name it: HUGO=/path/to/hugo',
    )
    return 2
  }
  resolveOwnModules()
  const moment = {
    // Hugo's clock goes on from the second that it is given.
    now: Math.floor(clock.getTime() / 1000) * 1000,
    show: [
      ...(values.drafts ? (['draft'] as const) : []),
      ...(values.future ? (['future'] as const) : []),
      ...(values.expired ? (['expired'] as const) : []),
    ],
  }
  if (values.dump) {
    console.log(JSON.stringify(await dumpHugo(site, program, moment), null, 2))
    return 0
  }
  const report = await compareSite(site, { program }, moment)
  console.log(printReport(report, values.all ? Number.POSITIVE_INFINITY : 5))
  return report.differences.length === 0 ? 0 : 1
}

process.exitCode = await main()
