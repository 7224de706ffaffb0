import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { loadSite } from '../../src/content/load-site.ts'
import type { Site } from '../../src/content/site.ts'
import { resolveRef } from '../../src/markdown/shortcodes/resolve-ref.ts'

let root = ''
let sites: readonly Site[] = []

// As in a site that Hugo 0.169 was asked.
const files = [
  '_index.md',
  'posts/_index.md',
  'posts/one.md',
  'posts/two.md',
  'posts/My-Post.md',
  'posts/bundle/index.md',
  'docs/one.md',
  'docs/slugged.md',
  'docs/a/deep.md',
  'docs/draft.md',
  'docs/later.md',
]

const matter: Readonly<Record<string, string>> = {
  'docs/slugged.md': 'slug: other c#\n',
  'docs/draft.md': 'draft: true\n',
  'docs/later.md': 'publishDate: 2027-01-01\n',
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-ref-'))
  for (const file of files) {
    const name = path.join(root, 'content', file)
    await mkdir(path.dirname(name), { recursive: true })
    const own = matter[file] ?? ''
    await writeFile(name, `---\ntitle: T\ndate: 2026-01-01\n${own}---\n`)
  }
  const config = resolveConfig({ site: { url: 'https://example.org' } }, { root, files: [] })
  const loaded = await loadSite(config, { now: Date.UTC(2026, 10, 24), show: [] })
  sites = loaded.sites
})

afterAll(() => rm(root, { recursive: true }))

function resolve(ref: string, { from = '_index.md', ...options }: Record<string, string> = {}) {
  const [site] = sites
  const page = site?.bySource.get(from)
  if (!site || !page) throw new Error(`no page ${from}`)
  const found = resolveRef(ref, options, { page, site })
  return 'url' in found ? found.url : found
}

test.each([
  ['posts/one', '/posts/one/'],
  ['/posts/one', '/posts/one/'],
  ['posts/one.md', '/posts/one/'],
  ['/posts/one/', '/posts/one/'],
  ['./posts/one', '/posts/one/'],
  ['posts/One', '/posts/one/'],
  ['posts/my-post', '/posts/my-post/'],
  ['posts/My-Post.md', '/posts/my-post/'],
  ['two', '/posts/two/'],
  ['deep', '/docs/a/deep/'],
  ['docs/a/deep', '/docs/a/deep/'],
  ['/posts/bundle', '/posts/bundle/'],
  ['posts/bundle/', '/posts/bundle/'],
  ['posts/bundle/index', '/posts/bundle/'],
  ['/posts', '/posts/'],
  ['posts/_index.md', '/posts/'],
  ['/', '/'],
  ['slugged', '/docs/other-c%23/'],
  ['posts/bundle#x', '/posts/bundle/#x'],
  ['/posts/one?x=1#y', '/posts/one/#y'],
  ['#y', '#y'],
])('%s is %s', (ref, url) => {
  expect(resolve(ref)).toBe(url)
})

test.each([
  ['one', 'posts/one.md', '/posts/one/'],
  ['../docs/one', 'posts/one.md', '/docs/one/'],
  ['../one', 'docs/a/deep.md', '/docs/one/'],
  ['posts/one', 'docs/a/deep.md', '/posts/one/'],
])('%s on %s is %s', (ref, from, url) => {
  expect(resolve(ref, { from })).toBe(url)
})

test.each([
  [
    'one',
    '"one" may be "/docs/one" or "/posts/one"',
    /^Write the path of the one that is meant: "\/docs\/one"$/,
  ],
  ['/docs/draft.md', 'content/docs/draft.md is a draft', /^Publish that page first/],
  ['later', 'content/docs/later.md is to be published later', /^Publish that page first/],
  ['nowhere', 'there is no page "nowhere"', /^Give the path/],
  ['/one', 'there is no page "/one"', /^Did you mean "\/(posts|docs)\/one"\?$/],
  ['docs/other', 'there is no page "docs/other"', /./],
  ['posts/onne.md', 'there is no page "posts/onne.md"', /^Did you mean "\/posts\/one"\?$/],
  ['bundel', 'there is no page "bundel"', /^Did you mean "\/posts\/bundle"\?$/],
  ['https://example.com/x', '"https://example.com/x" is an address elsewhere', /the address itself/],
])('%s is none', (ref, reason, hint) => {
  expect(resolve(ref)).toEqual({ reason, hint: expect.stringMatching(hint) })
})

test('other languages and formats are those of the site', () => {
  expect(resolve('/docs/one', { lang: 'fr' })).toEqual({
    reason: 'the site has no language "fr"',
    hint: 'It has en',
  })
  expect(resolve('/posts', { outputFormat: 'RSS' })).toBe('/posts/index.xml')
  expect(resolve('/docs/one', { outputFormat: 'rss' })).toEqual({
    reason: '"/docs/one" is not published as "rss"',
    hint: 'It is published as html',
  })
})
