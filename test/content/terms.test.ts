import { expect, test } from 'vitest'
import { checkTerms } from '../../src/content/lists/check-terms.ts'
import { siteOf } from '../output/site-of.ts'

const post = (date: string, ...tags: readonly string[]) =>
  `---\ntitle: T\ndate: ${date}\ntags: ${JSON.stringify(tags)}\n---\n`

const told = (content: Record<string, string>) =>
  checkTerms(siteOf(content)).map(
    ({ code, place, message }) => `${place?.path}:${place?.line} ${code} ${message}`,
  )

test('C and C# are two terms', () => {
  const site = siteOf({ 'posts/a.md': post('2026-01-01', 'C', 'C#', 'C++', '@home') })
  expect(site.taxonomies[0]?.terms.map(({ page }) => page.url).sort()).toEqual([
    '/tags/@home/',
    '/tags/c#/',
    '/tags/c++/',
    '/tags/c/',
  ])
})

test('a described term without posts is there, once, and a post may join it', () => {
  const described = { 'tags/Ink/_index.md': '---\ntitle: The ink\n---\n' }
  const terms = (content: Record<string, string>) =>
    siteOf(content).taxonomies[0]?.terms.map(({ page, pages }) => [page.title, page.url, pages.length])
  expect(terms(described)).toEqual([['The ink', '/tags/ink/', 0]])
  expect(terms({ ...described, 'posts/a.md': post('2026-01-01', 'INK') })).toEqual([
    ['The ink', '/tags/ink/', 1],
  ])
})

test('terms that become one are told once a spelling; case, space and hyphens make none', () => {
  expect(
    told({
      'posts/a.md': post('2026-01-03', "Let's Encrypt", 'Big Blue'),
      'posts/b.md': post('2026-01-02', 'lets encrypt', 'big-blue', 'BIG  BLUE'),
      'posts/c.md': post('2026-01-01', 'Lets-Encrypt'),
    }),
  ).toEqual([
    'content/posts/b.md:4 content/merged-terms Cannot tell the terms "lets encrypt" and "Let\'s Encrypt" (content/posts/a.md) of tags apart: the address of both is lets-encrypt',
  ])
})

test('a term without an address is told', () => {
  expect(told({ 'posts/a.md': post('2026-01-01', '!!!', 'ink') })).toEqual([
    'content/posts/a.md:4 content/dropped-term Cannot make a page of the term "!!!" of tags: no character of it can stand in an address',
  ])
})
