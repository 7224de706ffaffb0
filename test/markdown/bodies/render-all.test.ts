import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveConfig } from '../../../src/config/resolve-config.ts'
import type { UserConfig } from '../../../src/config/user-config.ts'
import { loadSite } from '../../../src/content/load-site.ts'
import { type RenderedSite, type RenderOptions, renderAll } from '../../../src/markdown/render-all.ts'
import type { Shortcode } from '../../../src/markdown/shortcodes/shortcode.ts'
import { type Shelf, workshopInMemory } from '../../workshop-in-memory.ts'
import { wholeBody } from './whole-body.ts'

const start: Readonly<Record<string, string>> = {
  'content/_index.md': 'Welcome to [a](posts/a.md)',
  'content/posts/a.md': post('A', 'Just text, with a [link](b.md#here) and [one](https://example.com/) out'),
  'content/posts/b.md': post('B', '## Here\n\nBack by [[a]]'),
  'content/posts/c.md': post('C', '{{< author >}} and {{% ref "a.md" %}}'),
  'content/posts/d.md': post('D', '{{< newest >}}'),
  'content/posts/e.md': post('E', '{{< greeting >}}, {{< titled "/posts/b" >}}'),
  'content/posts/f.md': post('F', '![Picture](cat.png)'),
  'data/author.yaml': 'name: Ada',
  'i18n/en.yaml': 'hello: Hello\nbye: Bye',
}

const shortcodes: Readonly<Record<string, Shortcode>> = {
  author: ({ site }) => `by ${JSON.stringify(site.data.author)}`,
  newest: ({ site }) => site.pages.map(({ title }) => title).join(' '),
  greeting: ({ site }) => `${site.t('hello')} ${site.t('nothing', { count: 2, when: new Date(0) })}`,
  titled: ({ site, get }) => site.getPage(String(get(0)))?.title ?? 'nobody',
  home: ({ site }) => site.title,
  dated: ({ page }) => page.date?.toISOString() ?? 'never',
  reading: ({ dependsOn, get }) => {
    dependsOn(String(get(0)))
    return 'read'
  },
  dubious: ({ warn }) => {
    warn('so so')
    return ''
  },
  clock: ({ everyBuild }) => {
    everyBuild()
    return 'now'
  },
}

let root = ''
let shelf: Shelf = new Map()
let user: UserConfig = {}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-bodies-'))
  shelf = new Map()
  user = { brokenLinks: 'warning', markdown: { wikilinks: true } }
  for (const [file, text] of Object.entries(start)) await write(file, text)
})

afterEach(() => rm(root, { recursive: true }))

function post(title: string, body: string, matter = ''): string {
  return `---\ntitle: ${title}\ndate: 2026-01-0${title.charCodeAt(0) % 7 || 7}\n${matter}---\n${body}\n`
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}

/** Renders with what is kept and without, holds the two against each other, and says which pages were made. */
async function make(): Promise<readonly string[]> {
  const config = resolveConfig(user, { root, files: [] })
  const { site } = await loadSite(config, { now: Date.UTC(2026, 10, 24), show: [] })
  const workshop = workshopInMemory(shelf)
  const given = { site, shortcodes: { shortcodes } }
  const kept = await renderAll({ ...given, workshop })
  const others = [await renderAll({ ...given, workshop: workshopInMemory() }), await renderAll(given)]
  for (const other of others) expect(whole(kept)).toEqual(whole(other))
  last = kept
  const ids = site.pages.flatMap(({ id, source }) => (source ? [id] : []))
  return workshop
    .made('body en')
    .map((index) => ids[index] ?? '')
    .sort()
}

const whole = ({ rendered, ...told }: RenderedSite) => ({
  ...told,
  rendered: new Map([...rendered].map(([id, body]) => [id, wholeBody(body)])),
})

let last: RenderedSite | undefined

const digest = (id: string) => last?.rendered.get(id)?.digest

const html = (id: string) => last?.rendered.get(id)?.html

const all = ['_index.md', ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `posts/${name}.md`)]

test('a second render makes nothing', async () => {
  expect(await make()).toEqual(all)
  expect(await make()).toEqual([])
})

test('a page whose text has changed is made again, and no other', async () => {
  await make()
  await write('content/posts/f.md', post('F', 'Other text'))
  expect(await make()).toEqual(['posts/f.md'])
})

test('a page at another address is made again, and so are those that link to it', async () => {
  await make()
  const before = ['posts/a.md', 'posts/f.md'].map(digest)
  await write('content/posts/b.md', post('B', '## Here\n\nBack by [[a]]', 'slug: other\n'))
  expect(await make()).toEqual(['posts/a.md', 'posts/b.md', 'posts/d.md', 'posts/e.md'])
  expect(html('posts/a.md')).toContain('href="/posts/other/#here"')
  expect(digest('posts/a.md')).not.toBe(before[0])
  expect(digest('posts/f.md')).toBe(before[1])
})

test('where a linked page is taken away and comes back, those that link to it follow', async () => {
  await make()
  await rm(path.join(root, 'content/posts/b.md'))
  expect(await make()).toEqual(['posts/a.md', 'posts/d.md', 'posts/e.md'])
  expect(html('posts/e.md')).toContain('nobody')
  // Its own body is still there.
  await write('content/posts/b.md', start['content/posts/b.md'] ?? '')
  expect(await make()).toEqual(['posts/a.md', 'posts/d.md', 'posts/e.md'])
})

test('a page that takes the name that a wikilink names is linked to from then on', async () => {
  await make()
  await write('content/a.md', post('A', 'Nearer'))
  await write('content/posts/g.md', post('G', '[[a]]'))
  expect(await make()).toEqual(['a.md', 'posts/d.md', 'posts/g.md'])
  await rm(path.join(root, 'content/posts/a.md'))
  expect(await make()).toEqual(['_index.md', 'posts/b.md', 'posts/c.md', 'posts/d.md', 'posts/g.md'])
  expect(html('posts/b.md')).toContain('href="/a/"')
})

test('a picture that comes to lie beside a page is linked to', async () => {
  await make()
  await write('content/posts/cat.png', 'picture')
  expect(await make()).toEqual(['posts/f.md'])
})

test('data that has changed reaches the pages that ask for it', async () => {
  await make()
  await write('data/author.yaml', 'name: Grace')
  expect(await make()).toEqual(['posts/c.md'])
  expect(html('posts/c.md')).toContain('Grace')
})

test('a string that has changed reaches the pages that ask for it, and another string nobody', async () => {
  await make()
  await write('i18n/en.yaml', 'hello: Hi\nbye: Bye')
  expect(await make()).toEqual(['posts/e.md'])
  await write('i18n/en.yaml', 'hello: Hi\nbye: Ciao')
  expect(await make()).toEqual([])
  await write('i18n/en.yaml', 'hello: Hi\nnothing: Nothing {{ .when }}')
  expect(await make()).toEqual(['posts/e.md'])
})

test("the site's title is that of the home page, and reaches those who ask for it", async () => {
  await write('content/posts/g.md', post('G', '{{< home >}}'))
  await make()
  await write('content/_index.md', '---\ntitle: New\n---\n')
  expect(await make()).toEqual(['_index.md', 'posts/g.md'])
})

test('a list that has the date of its newest post is made again with a newer one', async () => {
  await write('content/posts/_index.md', '{{< dated >}}')
  await make()
  await write('content/posts/g.md', '---\ntitle: G\ndate: 2026-02-01\n---\nNew')
  expect(await make()).toEqual(['_index.md', 'posts/_index.md', 'posts/d.md', 'posts/g.md'])
  expect(html('posts/_index.md')).toContain('2026-02-01')
})

test('a file that a shortcode says it reads is a part of the page', async () => {
  await write('content/posts/g.md', post('G', '{{< reading "data/own.txt" >}}'))
  await make()
  expect(await make()).toEqual([])
  await write('data/own.txt', 'one')
  expect(await make()).toEqual(['posts/g.md'])
  await write('data/own.txt', 'two')
  expect(await make()).toEqual(['posts/g.md'])
  expect(await make()).toEqual([])
})

test('a shortcode can ask to be run in every build', async () => {
  await write('content/posts/g.md', post('G', '{{< clock >}}'))
  await make()
  expect(await make()).toEqual(['posts/g.md'])
})

test('a file that a plugin says it reads is a part of the page, of its summary and of what shortcodes render', async () => {
  const remarkReads = () => (tree: Root, file: VFile) => {
    if (JSON.stringify(tree).includes('included')) file.data.dependsOn?.push(path.join(root, 'included.txt'))
  }
  user = { ...user, markdown: { ...user.markdown, remarkPlugins: [remarkReads] } }
  await write('content/posts/g.md', post('G', 'included'))
  await write('content/posts/h.md', post('H', 'Text', 'summary: included\n'))
  await write('content/posts/i.md', post('I', '{{< details >}}included{{< /details >}}'))
  await make()
  expect(await make()).toEqual([])
  await write('included.txt', 'one')
  expect(await make()).toEqual(['posts/g.md', 'posts/h.md', 'posts/i.md'])
  expect(await make()).toEqual([])
})

test('the plugin in docs/plugins.md includes files, and hangs on them', async () => {
  const docs = await readFile('docs/plugins.md', 'utf8')
  const [, example = ''] = /```ts\n(\/\/ plugins\/remark-include\.ts.*?)```/s.exec(docs) ?? []
  await write('plugins/remark-include.ts', example)
  await write('snippets/hello.go', 'one()')
  const { remarkInclude } = await import(path.join(root, 'plugins/remark-include.ts'))
  user = { ...user, markdown: { ...user.markdown, remarkPlugins: [remarkInclude] } }
  await write('content/posts/g.md', post('G', 'Look:\n\ninclude hello.go'))
  await make()
  expect(html('posts/g.md')).toContain('one')
  await write('snippets/hello.go', 'two()')
  expect(await make()).toEqual(['posts/g.md'])
  expect(html('posts/g.md')).toContain('two')
})

test('warnings are told each time, and what fails is tried each time', async () => {
  let works = false
  const remarkFetch =
    () =>
    (_tree: Root, { data }: VFile) => {
      if (data.page?.title === 'F' && !works) throw new Error('no network')
    }
  user = { ...user, markdown: { ...user.markdown, remarkPlugins: [remarkFetch] } }
  await write('content/posts/g.md', post('G', '{{< dubious >}}'))
  await make()
  const { errors, warnings } = last ?? {}
  expect(errors?.map(({ message }) => message)).toEqual([
    'Cannot render the Markdown: a plugin failed with "no network"',
  ])
  expect(warnings).toMatchObject([{ severity: 'warning', place: { path: 'content/posts/g.md', line: 5 } }])
  expect(await make()).toEqual(['posts/f.md'])
  expect(last?.warnings).toEqual(warnings)
  works = true
  expect(await make()).toEqual(['posts/f.md'])
  expect(last?.errors).toEqual([])
  expect(await make()).toEqual([])
})

test('what everything rests on is a part of every page', async () => {
  const config = resolveConfig(user, { root, files: [] })
  const { site } = await loadSite(config, { now: Date.UTC(2026, 10, 24), show: [] })
  const made = async (more: Partial<RenderOptions>) => {
    const workshop = workshopInMemory(shelf)
    await renderAll({ site, shortcodes: { shortcodes }, workshop, ...more })
    return workshop.made('body en').length
  }
  const ground = 'new'
  expect(await made({})).toBe(all.length)
  expect(await made({ ground })).toBe(all.length)
  expect(await made({ ground, shortcodesDigest: 'new' })).toBe(all.length)
  expect(await made({ ground, shortcodesDigest: 'new' })).toBe(0)
})
