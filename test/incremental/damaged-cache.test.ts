import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { damages, listCache } from './damage.ts'
import { buildSite, differenceOf, type Outcome } from './outcome.ts'
import { createRandom } from './random.ts'
import { openWorkspace } from './workspace.ts'
import { writePost } from './write-post.ts'

const now = Date.UTC(2026, 10, 24)
const root = mkdtempSync(path.join(os.tmpdir(), 'inkseal-damage-'))
let clean: Outcome

beforeAll(async () => {
  const site = openWorkspace(root, now)
  const random = createRandom(5)
  site.write('inkseal.config.ts', "export default { cards: false, brokenLinks: 'ignore' }")
  site.write('layouts/shortcodes/member.tsx', 'export default ({ get }) => <b>{get(0)}</b>')
  site.write('layouts/shortcodes/note.tsx', 'export default ({ inner, raw }) => <aside>{raw(inner)}</aside>')
  site.write('layouts/shortcodes/census.tsx', 'export default ({ site }) => <i>{site.pages.length}</i>')
  for (let number = 0; number < 12; number++)
    site.write(`content/posts/p${number}.md`, writePost(random, now))
  clean = await buildSite(root, now)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What a build comes to after something has happened to its cache. */
async function buildAfter(happen: () => void): Promise<Outcome> {
  expect(listCache(root)).not.toEqual([])
  // Where there is no release, every file is made again, of what the cache holds.
  for (const name of ['releases', 'public']) rmSync(path.join(root, name), { recursive: true, force: true })
  happen()
  return buildSite(root, now)
}

test.each(Object.entries(damages))('a cache whose files are %s', async (_, damage) => {
  const random = createRandom(7)
  const built = await buildAfter(() => {
    for (const file of listCache(root)) damage(file, random)
  })
  expect(differenceOf(built, clean)).toBeUndefined()
})

test.each([1, 2, 3, 4, 5, 6])('a cache in which one file is damaged, case %i', async (seed) => {
  const random = createRandom(seed)
  const built = await buildAfter(() => {
    const damage = random.pick(Object.values(damages))
    damage(random.pick(listCache(root)), random)
  })
  expect(differenceOf(built, clean)).toBeUndefined()
})

test('a file in the place of the cache', async () => {
  const built = await buildAfter(() => {
    const cache = path.dirname(listCache(root)[0] ?? '')
    rmSync(cache, { recursive: true })
    writeFileSync(cache, 'not a folder')
  })
  expect(differenceOf(built, clean)).toBeUndefined()
})

test('what changes by itself, as on a disk that fails, stops one build at most', async () => {
  const random = createRandom(9)
  const looks = (file: string) => {
    const { size, ino, mtimeMs, ctimeMs } = statSync(file)
    return [size, ino, mtimeMs, ctimeMs].join(' ')
  }
  const seal = listCache(root).find((file) => file.endsWith('seal.json')) ?? ''
  const built = await buildAfter(() => {
    for (const file of listCache(root).filter((file) => /texts-\d+$/.test(file))) {
      const before = looks(file)
      for (let count = 0; count < 200; count++) damages['different in one bit']?.(file, random)
      writeFileSync(seal, readFileSync(seal, 'utf8').replace(before, looks(file)))
    }
  })
  if (differenceOf(built, clean) !== undefined) expect(built.get('mistake 0')).toContain('cache/damaged')
  expect(differenceOf(await buildAfter(() => {}), clean)).toBeUndefined()
})
