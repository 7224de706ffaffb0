import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { LoadOptions } from '../../src/content/load-site.ts'
import { buildByHugo } from './build-by-hugo.ts'
import { buildByInkseal } from './build-by-inkseal.ts'
import { compareDumps, type Difference, listExtras } from './compare-dumps.ts'
import type { Dump } from './dump.ts'
import { explainDeviation } from './explain-deviation.ts'
import { type InksealSide, planByInkseal } from './plan-by-inkseal.ts'
import { prepareCopies } from './prepare-copies.ts'
import type { Report } from './print-report.ts'

/** What Hugo makes of a site. */
export const dumpHugo = (site: string, program: string, moment: LoadOptions): Promise<Dump> =>
  inCopies(site, async ({ hugo }) => buildByHugo({ program, root: hugo, flags: flagsOf(moment) }))

/** Builds a site twice, with both programs, and compares. */
export const compareSite = (site: string, program: string, moment: LoadOptions): Promise<Report> =>
  inCopies(site, async ({ hugo, inkseal, notes }) =>
    report(await buildByHugo({ program, root: hugo, flags: flagsOf(moment) }), {
      inkseal: await buildByInkseal(inkseal, moment),
      notes,
    }),
  )

/** Compares what Inkseal would publish with what Hugo was seen to publish. */
export const compareWithRecord = (site: string, recorded: Dump, moment: LoadOptions): Promise<Report> =>
  inCopies(site, async ({ inkseal, notes }) =>
    report(recorded, { inkseal: await planByInkseal(inkseal, moment), notes }),
  )

type Other = { readonly inkseal: InksealSide; readonly notes: readonly string[] }

function report(hugo: Dump, { inkseal: { dump: inkseal, refusal }, notes }: Other): Report {
  const all = compareDumps(hugo, inkseal)
  const differences =
    refusal === undefined ? all : [refused(refusal), ...all.filter(({ kind }) => kind !== 'file')]
  const explained = differences
    .filter(({ kind }) => kind !== 'text')
    .map((item) => [item, explainDeviation(item, { hugo, inkseal })] as const)
  const deviations = new Map<string, Difference[]>()
  for (const [item, reason] of explained) {
    if (reason !== undefined) deviations.set(reason, [...(deviations.get(reason) ?? []), item])
  }
  return {
    differences: explained.filter(([, reason]) => reason === undefined).map(([item]) => item),
    deviations,
    extras: listExtras(hugo, inkseal),
    texts: differences.filter(({ kind }) => kind === 'text'),
    notes,
    compared: `${hugo.files.length} files, ${Object.keys(hugo.pages).length} pages`,
  }
}

const refused = (told: string): Difference => ({
  kind: 'build',
  where: 'Inkseal publishes nothing',
  hugo: 'published',
  inkseal: told,
})

async function inCopies<Result>(
  site: string,
  use: (copies: Awaited<ReturnType<typeof prepareCopies>>) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'inkseal-compare-'))
  try {
    return await use(await prepareCopies(site, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const flagsOf = ({ now, show }: LoadOptions): readonly string[] => [
  '--clock',
  new Date(now).toISOString(),
  ...show.map((state) =>
    state === 'draft' ? '--buildDrafts' : state === 'future' ? '--buildFuture' : '--buildExpired',
  ),
]
