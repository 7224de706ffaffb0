import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseDate } from '../../src/content/matter/parse-date.ts'
import { compareSite, dumpHugo } from './compare-site.ts'
import { findHugo } from './find-hugo.ts'
import { printReport } from './print-report.ts'
import { wrapPosts } from './wrap-posts.ts'

const usage = `usage: npm run compare:hugo -- SITE [--all] [--clock TIME] [--drafts] [--future] [--expired]
                              [--posts PATTERN] [--dump]

Builds a copy of the site in the folder SITE with Hugo and with Inkseal, and prints what differs: of each kind the
first five, or --all. Ends with 1 where something differs. With --posts, SITE is a folder of posts alone, published
under a permalink pattern such as '/:year/:month/:day/:slug/'. --dump prints what Hugo makes of it, as JSON.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      clock: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      future: { type: 'boolean', default: false },
      expired: { type: 'boolean', default: false },
      posts: { type: 'string' },
      dump: { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  const clock = values.clock === undefined ? new Date() : parseDate(values.clock, 'UTC')
  if (folder === undefined || clock === undefined) {
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
  const moment = {
    // Hugo's clock goes on from the second that it is given.
    now: Math.floor(clock.getTime() / 1000) * 1000,
    show: [
      ...(values.drafts ? (['draft'] as const) : []),
      ...(values.future ? (['future'] as const) : []),
      ...(values.expired ? (['expired'] as const) : []),
    ],
  }
  const wrapped = await mkdtemp(path.join(os.tmpdir(), 'inkseal-compare-'))
  try {
    if (values.posts !== undefined) await wrapPosts(folder, values.posts, wrapped)
    const site = values.posts === undefined ? folder : wrapped
    if (values.dump) {
      console.log(JSON.stringify(await dumpHugo(site, program, moment), null, 2))
      return 0
    }
    const report = await compareSite(site, program, moment)
    console.log(printReport(report, values.all ? Number.POSITIVE_INFINITY : 5))
    return report.differences.length === 0 ? 0 : 1
  } finally {
    await rm(wrapped, { recursive: true })
  }
}

process.exitCode = await main()
