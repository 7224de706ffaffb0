import { describe, expect, test } from 'vitest'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createHead } from '../../src/output/head/create-head.ts'
import { createSiteFacts } from '../../src/output/site-facts.ts'
import { emptyTheme, siteOf } from './site-of.ts'

function headOf(content: Readonly<Record<string, string>>, user: UserConfig = {}) {
  const site = siteOf(content, user)
  const page = site.bySource.get(Object.keys(content)[0] ?? '')
  if (!page) throw new Error('there is no page')
  const facts = createSiteFacts(site)
  return createHead({ facts, theme: emptyTheme, page, url: page.url, number: 1, card: 'assets/cards/x.png' })
}

const post = (matter: string) => `---\ntitle: T\ndate: 2026-01-01\n${matter}---\n`

describe('the image of a page', () => {
  test.each([
    ['images: [pic.png, other.png]\n', 'https://example.org/posts/a/pic.png', undefined],
    ['images: /pic.png\n', 'https://example.org/pic.png', undefined],
    ['images: ["https://cdn.example/x.png"]\n', 'https://cdn.example/x.png', undefined],
    ['cover: {image: ../c.png, alt: A cover}\n', 'https://example.org/posts/c.png', 'A cover'],
    ['featured_image: /f.png\n', 'https://example.org/f.png', undefined],
    ['cover: {}\n', 'https://example.org/assets/cards/x.png', 'T'],
    ['', 'https://example.org/assets/cards/x.png', 'T'],
  ])('is what its author says, else its card: %j', (matter, url, alt) => {
    expect(headOf({ 'posts/a.md': post(matter) }).image).toMatchObject({ url, alt })
  })

  test.each([
    [['b.jpg', 'My-Feature.jpg', 'cover.png'], 'My-Feature.jpg'],
    [['b.jpg', 'the thumbnail.png'], 'the%20thumbnail.png'],
    [['cover.txt'], undefined],
  ])('is a file of its bundle that is called so: %j', (files, expected) => {
    const bundle = Object.fromEntries(files.map((file) => [`posts/a/${file}`, '']))
    const url =
      expected === undefined
        ? 'https://example.org/assets/cards/x.png'
        : `https://example.org/posts/a/${expected}`
    expect(headOf({ 'posts/a/index.md': post(''), ...bundle }).image?.url).toBe(url)
  })
})

test('data holds nothing that ends a script', () => {
  const { data } = headOf({ 'posts/a.md': post('description: "</script><script>"\n') })
  expect(data).not.toContain('<')
  expect(JSON.parse(data)['@graph'][0]).toMatchObject({
    '@type': 'BlogPosting',
    description: '</script><script>',
  })
})

test('a page without a date is no post', () => {
  const { data, article } = headOf({ 'about.md': '---\ntitle: About\n---\n' })
  expect(JSON.parse(data)['@graph'].map((thing: { '@type': string }) => thing['@type'])).toEqual([
    'WebPage',
    'BreadcrumbList',
  ])
  expect(article?.published).toBeUndefined()
})

test('the home page is the site, and what a draft is search engines are told', () => {
  const { data, type } = headOf({ '_index.md': '---\ntitle: Home\n---\n' })
  expect({ type, thing: JSON.parse(data)['@graph'][0]['@type'] }).toEqual({
    type: 'website',
    thing: 'WebSite',
  })
  expect(headOf({ 'posts/a.md': post('draft: true\n') }).robots).toBe('noindex')
})
