import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dumpHugo } from '../../bench/compare-hugo/compare-site.ts'
import { findHugo } from '../../bench/compare-hugo/find-hugo.ts'

// A folder is a site in input/ and, in hugo.json, what Hugo 0.169 makes of it. To record that again, where there is
// a hugo: UPDATE_FIXTURES=1 npx vitest run test/hugo, and read the difference.
const fixtures = import.meta.dirname
const update = process.env.UPDATE_FIXTURES !== undefined
const hugo = await findHugo(process.env)
const moment = { now: Date.parse('2026-11-24T09:00:00Z'), show: [] }

const names = (await readdir(fixtures, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

for (const name of names) {
  const folder = path.join(fixtures, name)
  const record = path.join(folder, 'hugo.json')

  test.runIf(hugo !== undefined)(`${name}: what is recorded is what Hugo does`, async () => {
    const dump = await dumpHugo(path.join(folder, 'input'), hugo ?? '', moment)
    if (update) await writeFile(record, `${JSON.stringify(dump, null, 1)}\n`)
    expect(dump).toEqual(JSON.parse(await readFile(record, 'utf8')))
  })
}
