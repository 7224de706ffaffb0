import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alone } from '../../src/base/workshop.ts'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createPage } from '../../src/content/create-page.ts'
import { createListTasks } from '../../src/content/facts/list-tasks.ts'
import { readPage } from '../../src/content/facts/read-page.ts'
import { writePage } from '../../src/content/facts/write-page.ts'
import { collectSite } from '../../src/content/load-site.ts'
import { parseSource } from '../../src/content/scan/parse-source.ts'
import { sortSources } from '../../src/content/scan/sort-sources.ts'
import { createSourceTexts } from '../../src/content/scan/source-texts.ts'
import { createSketcher } from '../../src/content/sketch-text.ts'
import { type Shelf, workshopInMemory } from '../workshop-in-memory.ts'
import { digestSite } from './digest-site.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-page-stage-'))
})

afterEach(() => rm(root, { recursive: true }))

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text)
  }
}

/** A build's pages and those of its files that a page was made of; the shelf is kept from build to build. */
function createBuilder(user: UserConfig = {}) {
  const shelf: Shelf = new Map()
  return async ({ now = Date.UTC(2026, 10, 24), ground = 'a', clock = later } = {}) => {
    const workshop = workshopInMemory(shelf)
    const config = resolveConfig(user, { root, files: [] })
    const loaded = await collectSite(config, { now, show: [], workshop, ground, clock })
    return { ...loaded, made: [...workshop.made('list'), ...workshop.made('page')].length }
  }
}

/** So late that no file was written just now. */
const later = () => Date.now() + 60_000

const blog = {
  'content/_index.md': '---\ntitle: Home\n---\nHi.\n',
  'content/posts/_index.md': '---\ntitle: Posts\ncascade:\n  type: note\n---\n',
  'content/posts/a.md': '---\ntitle: A\ndate: 2026-01-01\ntags: [x]\n---\nText of A.\n',
  'content/posts/b.md': '---\ntitle: B\ndate: 2026-02-01\n---\nText of B.\n',
  'content/posts/c/index.md': '---\ntitle: C\npublishDate: 2027-01-01\n---\n',
  'content/posts/c/part.md': 'A part.\n',
  'data/x.yaml': 'a: 1\n',
}

describe('what is kept of a page is the page', () => {
  test.each([
    'title: A\ndate: 2026-01-01T10:00:00-00:00\nweight: -0.4\nparams: {a: [1, {b: null}], c: ""}',
    'when: !!timestamp 2026-01-01\nnot: .nan\nnone: -0.0\nfar: [.inf, -.inf]\ndeep: {d: {e: !!timestamp 2026-01-01}}',
    '"__proto__": x\nparams: {"__proto__": {x: 1}, "toString": 1}',
    'menus: {main: {weight: 2, params: {a: .nan}}}\nresources: [{src: "*.png"}]\nsitemap: {priority: -0.0}',
    'build: {list: never}\naliases: [/x]\noutputs: [html]\nexpiryDate: 2030-01-01\ntags: ["", a]\nkeywords: a b',
    'cascade: [{target: {path: "/**"}, params: {x: !!timestamp 2026-01-01}}]\ntitle: "\\ud800 lone"',
  ])('%s', (matter) => {
    expect(pageAsWritten(`---\n${matter}\n---\nText.\n`)).toBe(true)
  })

  test('of every page of the fixtures and of this blog', async () => {
    let count = 0
    for (const folder of ['test/fixtures', 'test/hugo', 'test/fuzz/posts', 'content']) {
      for (const name of await readdir(folder, { recursive: true })) {
        if (!name.endsWith('.md')) continue
        if (pageAsWritten(await readFile(path.join(folder, name)).catch(() => ''))) count++
      }
    }
    expect(count).toBeGreaterThan(150)
  })

  /** False where no page comes out of it. */
  function pageAsWritten(text: string | Uint8Array): boolean {
    const config = resolveConfig({}, { root, files: [] })
    const texts = createSourceTexts()
    const sorted = sortSources([{ path: 'posts/a.md', read: () => Buffer.from(text) }], config)
    const [lists] = createListTasks({ languages: [sorted], texts, ground: '' }).read([])
    const [source] = sorted.sources
    if (!lists || !source) throw new TypeError('there is one language with one file')
    try {
      const record = createPage(parseSource(source, texts), lists, { sketchText: createSketcher() })
      expect(readPage(JSON.parse(JSON.stringify(writePage(record))))).toStrictEqual(record)
      return true
    } catch (error) {
      if (error instanceof Error && error.name === 'SiteError') return false
      throw error
    }
  }
})

test('pages of a cache are those that a build without one makes', async () => {
  await write(blog)
  const build = createBuilder()
  const config = resolveConfig({}, { root, files: [] })
  const fresh = await collectSite(config, {
    now: Date.UTC(2026, 10, 24),
    show: [],
    workshop: alone,
    ground: 'a',
  })
  for (const made of [8, 0, 0]) {
    const cached = await build()
    expect(cached.made).toBe(made)
    expect(cached.site.pages).toEqual(fresh.site.pages)
    expect(cached.site.pages.map(({ body }) => body)).toEqual(fresh.site.pages.map(({ body }) => body))
    expect(digestSite(cached)).toBe(digestSite(fresh))
    expect(cached.bundled).toEqual(['content/posts/c/part.md'])
    expect(cached.leftOut.map(({ state, source }) => [state, source?.body])).toEqual([['future', '']])
  }
})

test('a page is made again when its file, what it inherits, or what all rests on is another', async () => {
  await write(blog)
  const build = createBuilder()
  const digests = async (options = {}) => {
    const built = await build(options)
    const pages = new Map(built.site.pages.map(({ id, digest }) => [id, digest]))
    return { site: digestSite(built), made: built.made, pages }
  }
  const before = await digests()

  await write({ 'content/posts/a.md': '---\ntitle: A\ndate: 2026-01-01\ntags: [x]\n---\nText of Z.\n' })
  const edited = await digests()
  expect(edited.made).toBe(1)
  expect(changed(before.pages, edited.pages)).toEqual(['posts/a.md'])
  expect(edited.site).not.toBe(before.site)

  await write({ 'content/posts/_index.md': '---\ntitle: Posts\ncascade:\n  type: poem\n---\n' })
  const inherited = await digests()
  // The list itself twice, once as what those below need; the home page does not lie below it.
  expect(inherited.made).toBe(5)
  expect(changed(edited.pages, inherited.pages)).toEqual(['posts/_index.md', 'posts/a.md', 'posts/b.md'])

  await write({ 'data/x.yaml': 'a: 2\n' })
  const beside = await digests()
  expect([beside.made, changed(inherited.pages, beside.pages)]).toEqual([0, []])
  expect(beside.site).not.toBe(inherited.site)

  await rename(path.join(root, 'content/posts/b.md'), path.join(root, 'content/posts/d.md'))
  expect((await digests()).pages.get('posts/d.md')).not.toBe(beside.pages.get('posts/b.md'))
  expect((await digests({ ground: 'b' })).made).toBe(8)
})

test('a page without a title has that of its heading, fresh and kept', async () => {
  await write({ ...blog, 'content/posts/h.md': '---\ndate: 2026-03-01\n---\n\n# A *heading*\n' })
  const build = createBuilder()
  for (const made of [9, 0]) {
    const { site, made: count } = await build()
    expect(count).toBe(made)
    expect(site.bySource.get('posts/h.md')).toMatchObject({ title: 'A heading', titleLine: 5 })
  }
})

test('a moment that passes makes a page appear, with nothing made anew', async () => {
  await write(blog)
  const build = createBuilder()
  await build()
  const { site, made } = await build({ now: Date.UTC(2027, 1, 1) })
  expect(made).toBe(0)
  expect(site.pages.find(({ title }) => title === 'C')?.state).toBe('published')
})

test('mistakes are told again of what is kept, where they stand, and are gone once they are mended', async () => {
  await write({
    ...blog,
    'content/posts/bad.md': '---\ntitle: B\ndate: x\n---\n',
    'content/posts/titel.md': '---\ntitel: x\n---\n',
  })
  const build = createBuilder()
  const first = await build()
  const second = await build()
  expect(second.made).toBe(0)
  expect(first.errors).toMatchObject([
    { code: 'matter/invalid-date', place: { path: 'content/posts/bad.md', line: 3, text: 'date: x' } },
  ])
  expect(second.errors).toEqual(first.errors)
  expect(second.warnings).toEqual(first.warnings)
  expect(first.warnings.map(({ code }) => code)).toContain('matter/unknown-key')
  expect(second.site.isUnread('bad')).toBe(true)
  await write({ 'content/posts/bad.md': '---\ntitle: B\ndate: 2026-01-01\n---\n' })
  expect((await build()).errors).toEqual([])
})

test('bytes that are others under the same size and time of writing make another page', async () => {
  await write(blog)
  const build = createBuilder()
  const file = path.join(root, 'content/posts/a.md')
  const time = new Date('2020-01-01T00:00:00Z')
  await utimes(file, time, time)
  await build()
  await writeFile(file, (await readFile(file, 'utf8')).replace('Text of A', 'Text of Q'))
  await utimes(file, time, time)
  const { site, made } = await build()
  expect(made).toBe(1)
  expect(site.posts.find(({ title }) => title === 'A')?.body).toBe('Text of Q.\n')
})

test('a file that was written just now is told from others by its bytes', async () => {
  await write(blog)
  const build = createBuilder()
  const sooner = () => Date.now() - 60_000
  expect((await build({ clock: sooner })).made).toBe(8)
  expect((await build({ clock: sooner })).made).toBe(0)
  await write({ 'content/posts/a.md': blog['content/posts/a.md'].replace('Text of A', 'Text of Q') })
  expect((await build({ clock: sooner })).made).toBe(1)
  // Nobody knows what was written in the same tick after it was read.
  expect((await build()).made).toBe(8)
  expect((await build()).made).toBe(0)
})

test('the same content elsewhere is the same site', async () => {
  await write(blog)
  const built = await createBuilder()()
  const other = await mkdtemp(path.join(os.tmpdir(), 'inkseal-page-stage-'))
  try {
    await cp(root, other, { recursive: true })
    const config = resolveConfig({}, { root: other, files: [] })
    const copy = await collectSite(config, { now: Date.UTC(2026, 10, 24), show: [], ground: 'a' })
    expect(digestSite(copy)).toBe(digestSite(built))
  } finally {
    await rm(other, { recursive: true })
  }
})

test('a text that has changed since its page was made is not taken for the one before', async () => {
  await write(blog)
  const build = createBuilder()
  await build()
  const { site } = await build()
  await write({ 'content/posts/a.md': '---\ntitle: A\n---\nAnother.\n' })
  const page = site.posts.find(({ title }) => title === 'A')
  expect(() => page?.body).toThrow(
    expect.objectContaining({
      code: 'content/read',
      message: 'Cannot read content/posts/a.md again: it was changed while the site was being built',
    }),
  )
})

const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...after.keys()].filter((id) => before.get(id) !== after.get(id)).sort()
