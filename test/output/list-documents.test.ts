import { expect, test } from 'vitest'
import { createRedirects } from '../../src/output/redirects/create-redirects.ts'
import { planOf, siteOf } from './site-of.ts'

const tags = ['d', 'a', 'c', 'b', 'e']
const content = { 'posts/a.md': `---\ntitle: A\ndate: 2026-01-01\ntags: ${JSON.stringify(tags)}\n---\n` }

test('the list of terms is as long as any other, and then goes on', () => {
  const { documents } = planOf(siteOf(content, { pagination: { size: 2 } }))
  const lists = documents.filter(({ layout }) => layout === 'terms')
  expect(lists.map(({ url }) => url)).toEqual(['/tags/', '/tags/page/2/', '/tags/page/3/', '/categories/'])
  const shown = lists.map(({ props }) => {
    const { terms, pager } = { terms: [], pager: undefined, ...props() }
    return [terms.map(({ title }: { title: string }) => title), pager]
  })
  expect(shown.slice(1)).toEqual([
    [['C', 'D'], { number: 2, count: 3, previous: '/tags/', next: '/tags/page/3/' }],
    [['E'], { number: 3, count: 3, previous: '/tags/page/2/', next: undefined }],
    [[], { number: 1, count: 1, previous: undefined, next: undefined }],
  ])
})

test('where pages are files, the later pages of a term are in the folder of its name', () => {
  const plan = planOf(
    siteOf(
      { ...content, 'posts/b.md': '---\ntitle: B\ndate: 2026-01-02\ntags: [a]\n---\n' },
      { urls: { ugly: true }, pagination: { size: 1 } },
    ),
  )
  const urls = plan.documents.map(({ url }) => url)
  expect(urls.filter((url) => url.startsWith('/tags/a'))).toEqual(['/tags/a.html', '/tags/a/page/2.html'])
  expect(createRedirects(plan).redirects).toMatchObject({
    '/tags/a/page/1.html': '/tags/a.html',
    '/tags/page/1/': '/tags/',
  })
})
