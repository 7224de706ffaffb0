import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compareSite, compareWithRecord, dumpHugo } from '../../bench/compare-hugo/compare-site.ts'
import { findHugo } from '../../bench/compare-hugo/find-hugo.ts'
import type { Report } from '../../bench/compare-hugo/print-report.ts'

// A folder is a site in input/ and, in hugo.json, what Hugo 0.169 makes of it. HUGO_RECORD=1 npx vitest run test/hugo asks
// Hugo again about all of them, where there is one; read the difference. To see a site, with both programs:
// npm run compare:hugo -- test/hugo/NAME/input --clock 2026-11-24T09:00:00Z
const fixtures = import.meta.dirname
const record = process.env.HUGO_RECORD !== undefined
const hugo = await findHugo(process.env)
const moment = { now: Date.parse('2026-11-24T09:00:00Z'), show: [] }

const names = (await readdir(fixtures, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const siteOf = (name: string) => path.join(fixtures, name, 'input')
const recordOf = (name: string) => path.join(fixtures, name, 'hugo.json')
const differencesOf = ({ differences }: Report) => differences.map(({ kind, where }) => `${kind}: ${where}`)

/** Of one site it is asked in every run that it is so: it has most of what the others have. */
const asked = record ? names : ['languages-by-name']

test.runIf(hugo !== undefined).each(asked)(
  '%s: what is recorded is what Hugo does',
  { timeout: 120_000 },
  async (name) => {
    const dump = await dumpHugo(siteOf(name), hugo ?? '', moment)
    if (record) await writeFile(recordOf(name), `${JSON.stringify(dump, null, 1)}\n`)
    expect(dump).toEqual(JSON.parse(await readFile(recordOf(name), 'utf8')))
  },
)

test.each(names)('%s: Inkseal makes the same of it', { timeout: 120_000 }, async (name) => {
  const recorded = JSON.parse(await readFile(recordOf(name), 'utf8'))
  expect(differencesOf(await compareWithRecord(siteOf(name), recorded, moment))).toEqual([])
})

test.runIf(hugo !== undefined)(
  'the two programs publish what is compared without them',
  { timeout: 120_000 },
  async () => {
    expect(differencesOf(await compareSite(siteOf('outputs'), hugo ?? '', moment))).toEqual([])
  },
)
