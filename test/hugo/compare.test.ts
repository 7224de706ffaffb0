import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compareSite, dumpHugo } from '../../bench/compare-hugo/compare-site.ts'
import { findHugo } from '../../bench/compare-hugo/find-hugo.ts'

// A folder is a site in input/ and, in hugo.json, what Hugo 0.169 makes of it. open.txt names what Inkseal does not make
// equal yet; nothing may come to it. To record both again, where there is a hugo: UPDATE_FIXTURES=1 npx vitest run
// test/hugo, and read the difference. To see one: npm run compare:hugo -- test/hugo/NAME/input --clock 2026-11-24T09:00:00Z
const fixtures = import.meta.dirname
const update = process.env.UPDATE_FIXTURES !== undefined
const hugo = await findHugo(process.env)
const moment = { now: Date.parse('2026-11-24T09:00:00Z'), show: [] }

const names = (await readdir(fixtures, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

for (const name of names) {
  const folder = path.join(fixtures, name)
  const site = path.join(folder, 'input')
  const record = path.join(folder, 'hugo.json')
  const open = path.join(folder, 'open.txt')

  test.runIf(hugo !== undefined)(
    `${name}: what is recorded is what Hugo does`,
    { timeout: 120_000 },
    async () => {
      const dump = await dumpHugo(site, hugo ?? '', moment)
      if (update) await writeFile(record, `${JSON.stringify(dump, null, 1)}\n`)
      expect(dump).toEqual(JSON.parse(await readFile(record, 'utf8')))
    },
  )

  test(`${name}: Inkseal makes the same of it`, { timeout: 120_000 }, async () => {
    const recorded = JSON.parse(await readFile(record, 'utf8'))
    const { differences } = await compareSite(site, { recorded }, moment)
    const lines = differences.map(({ kind, where }) => `${kind}: ${where}`)
    if (update)
      await (lines.length > 0 ? writeFile(open, `${lines.join('\n')}\n`) : rm(open, { force: true }))
    const known = new Set((await readFile(open, 'utf8').catch(() => '')).split('\n'))
    expect(lines.filter((line) => !known.has(line))).toEqual([])
  })
}
