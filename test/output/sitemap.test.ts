import { expect, test } from 'vitest'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createSitemaps } from '../../src/output/create-sitemap.ts'
import { siteOf } from './site-of.ts'

const post = (matter: string) => `---\ntitle: T\n${matter}\n---\n`

/** Path → day of the last change. */
function daysOf(content: Record<string, string>): Record<string, string | undefined> {
  const urls = createSitemaps([siteOf(content)])[0]?.text.matchAll(
    /<loc>https:\/\/example\.org([^<]*)<\/loc>(?:<lastmod>([^T]*))?/g,
  )
  return Object.fromEntries([...(urls ?? [])].map(([, url = '', day]) => [url, day]))
}

test('a page that was changed before it was published changed when it was published', () => {
  expect(daysOf({ 'posts/a.md': post('date: 2026-02-01\nlastmod: 2026-01-01') })).toEqual({
    '/': '2026-02-01',
    '/posts/': '2026-02-01',
    '/posts/a/': '2026-02-01',
  })
})

test('a list changes with the newest of its pages ', () => {
  const content = {
    'posts/a.md': post('date: 2026-01-01\nlastmod: 2026-03-01'),
    'posts/b.md': post('date: 2026-02-01\ntags: [x]'),
  }
  expect(daysOf(content)).toEqual({
    '/': '2026-03-01',
    '/posts/': '2026-03-01',
    '/posts/a/': '2026-03-01',
    '/posts/b/': '2026-02-01',
    '/tags/': '2026-02-01',
    '/tags/x/': '2026-02-01',
  })
})

test('addresses are encoded and escaped', () => {
  expect(Object.keys(daysOf({ 'c#.md': post(''), 'q.md': post("url: /a?b&c'/") }))).toEqual(
    expect.arrayContaining(['/c%23/', '/a%3Fb&amp;c&apos;/']),
  )
})

test('what lists leave out is left out, and a page that is only a feed is named by that (as with Hugo 0.169)', () => {
  const content = {
    'posts/never.md': post('build: {list: never}'),
    'posts/local.md': post('build: {list: local}'),
    'posts/link.md': post('build: {render: link}'),
    'posts/unrendered.md': post('build: {render: never}'),
    'posts/off.md': post('sitemap: {disable: true}'),
    'feed/_index.md': post('outputs: [rss]'),
  }
  expect(Object.keys(daysOf(content)).sort()).toEqual([
    '/',
    '/categories/',
    '/feed/index.xml',
    '/posts/',
    '/posts/link/',
    '/tags/',
  ])
})

test('what the config itself shows is for search engines too, as with Hugo’s `buildFuture`', () => {
  const content = { 'posts/later.md': post('date: 2100-01-01') }
  const pathsOf = (user: UserConfig) =>
    createSitemaps([siteOf(content, user)])[0]?.text.includes('/posts/later/') ?? false
  expect([pathsOf({ show: ['future'] }), pathsOf({})]).toEqual([true, false])
})
