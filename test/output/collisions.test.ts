import { expect, test } from 'vitest'
import { SiteError } from '../../src/base/site-error.ts'
import { planOf, siteOf } from './site-of.ts'

const post = (matter = '') => `---\ntitle: T\ndate: 2026-01-01\n${matter}---\n`

const filesOf = (content: Record<string, string>, statics: readonly string[] = []) =>
  planOf(siteOf(content), statics).claims.map(({ file }) => file)

function told(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    return error.diagnostics.map(({ place, message }) => `${place?.path}:${place?.line ?? ''} ${message}`)
  }
  return []
}

test('a page in the folder of a taxonomy is a page, and the list of terms stays', () => {
  const content = { 'tags/foo.md': post(), 'posts/a.md': post('tags: [ink]\n') }
  expect(filesOf(content)).toEqual(
    expect.arrayContaining(['tags/index.html', 'tags/foo/index.html', 'tags/ink/index.html']),
  )
})

test('a page in the place of a term is told at the page', () => {
  expect(told(() => filesOf({ 'tags/ink.md': post('tags: [ink]\n') }))).toEqual([
    'content/tags/ink.md: Cannot publish two things as /tags/ink/: the list /tags/ink/ is published there',
  ])
})

test.each([
  ['/sitemap.xml', 'the sitemap'],
  ['/robots.txt', 'the file for search engines'],
  ['/404.html', 'the page for what is not found'],
  ['/index.xml', 'the feed of the list /'],
  ['/Feed.json', 'the feed of the list /'],
])('a page in the place of a generated file is told at its url: %s', (url, name) => {
  expect(told(() => filesOf({ 'a.md': post(`url: ${url}\n`) }))).toEqual([
    expect.stringMatching(`^content/a.md:4 Cannot publish two things as .*: ${name} is published there$`),
  ])
})

test('a page in the place of a later page of a list is told', () => {
  const content = { 'posts/a.md': post(), 'posts/b.md': post(), 'posts/page/2.md': post() }
  expect(told(() => planOf(siteOf(content, { pagination: { size: 1 } })))).toEqual([
    'content/posts/page/2.md: Cannot publish two things as /posts/page/2/: page 2 of the list of content/posts/ is published there',
  ])
})

test('two folders whose names give one section are one', () => {
  const files = filesOf({ 'posts/a.md': post(), 'Posts/b.md': post() })
  expect(files.filter((file) => /^posts\/.*html$/.test(file)).sort()).toEqual([
    'posts/a/index.html',
    'posts/b/index.html',
    'posts/index.html',
  ])
})

test('one file by two URLs is told', () => {
  const content = { 'posts/a.md': post(), 'b.md': post('url: /posts/a/index.html\n') }
  expect(told(() => filesOf(content))).toEqual([
    'content/b.md:4 Cannot publish two things as /posts/a/: content/posts/a.md is published there',
  ])
})

test.each([
  ['a.html first', { 'a.md': 'url: /x.html\n', 'b.md': 'url: /x.html/b/\n' }],
  ['the folder first', { 'b.md': 'url: /x.html\n', 'a.md': 'url: /x.html/b/\n' }],
])('one name cannot be a file and a folder: %s', (_, matters) => {
  const content = Object.fromEntries(Object.entries(matters).map(([path, matter]) => [path, post(matter)]))
  expect(told(() => filesOf(content))).toEqual([
    expect.stringMatching(/^content\/b\.md:4 .* one name cannot be a file and a folder$/),
  ])
})

test('a static file in the place of a section’s folder, of a page, or of a later list page is told', () => {
  const content = { 'posts/a.md': post(), 'posts/b.md': post() }
  const site = siteOf(content, { pagination: { size: 1 } })
  const statics = ['posts', 'posts/a/index.html', 'posts/page/2/index.html']
  expect(told(() => planOf(site, statics)).map((text) => text.split(' ')[0])).toEqual(
    statics.map((file) => `static/${file}:`),
  )
})

test('a static file goes before a generated one, whose file it is then', () => {
  const { claims } = planOf(siteOf({ 'posts/a.md': post() }), ['robots.txt', '404.html', 'index.xml'])
  const names = new Map(claims.map(({ file, name }) => [file, name]))
  expect(names.get('robots.txt')).toBe('static/robots.txt')
  expect(names.get('404.html')).toBe('static/404.html')
  expect(names.get('index.xml')).toBe('static/index.xml')
  expect(new Set(claims.map(({ file }) => file)).size).toBe(claims.length)
})

test('a section without a page of its own leaves its address to another', () => {
  const content = { 'news/_index.md': post('outputs: [rss]\n'), 'posts/a.md': post('url: /news/\n') }
  expect(filesOf(content)).toEqual(expect.arrayContaining(['news/index.html', 'news/index.xml']))
})
