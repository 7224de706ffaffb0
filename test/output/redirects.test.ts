import { describe, expect, test } from 'vitest'
import { aliasPage } from '../../src/output/redirects/alias-page.ts'
import { createRedirects } from '../../src/output/redirects/create-redirects.ts'
import { planOf, siteOf } from './site-of.ts'

const post = (date: string, ...aliases: readonly string[]) =>
  `---\ntitle: T\ndate: ${date}\naliases: ${JSON.stringify(aliases)}\n---\n`

function redirectsOf(content: Record<string, string>, statics: readonly string[] = []) {
  const { redirects, warnings } = createRedirects(planOf(siteOf(content), statics))
  const own = Object.entries(redirects).filter(([from]) => !from.endsWith('/page/1/'))
  return {
    redirects: Object.fromEntries(own),
    told: warnings.map(({ message, place }) => `${place?.path}:${place?.line} ${message}`),
  }
}

test('an alias leads to its page, absolute or relative', () => {
  expect(
    redirectsOf({ 'posts/c#.md': post('2026-01-01', '/old/', 'near', '/a.php', 'https://example.org/b') }),
  ).toEqual({
    redirects: {
      '/old/': '/posts/c%23/',
      '/posts/near/': '/posts/c%23/',
      '/a.php': '/posts/c%23/',
      '/b/': '/posts/c%23/',
    },
    told: [],
  })
})

test('an alias that two pages have stays with the newer one, and that is told', () => {
  const content = { 'posts/a.md': post('2026-01-02', '/x'), 'posts/b.md': post('2026-01-01', '/x/', '/x') }
  expect(redirectsOf(content)).toEqual({
    redirects: { '/x/': '/posts/a/' },
    told: [
      'content/posts/b.md:4 Cannot redirect /x/ to /posts/b/: it leads to content/posts/a.md already',
      'content/posts/b.md:4 Cannot redirect /x to /posts/b/: it leads to content/posts/a.md already',
    ],
  })
})

test.each([
  ['/posts/b/', 'content/posts/b.md'],
  ['/posts/b/index.html', 'content/posts/b.md'],
  ['/posts/b/pic.svg', 'content/posts/b/pic.svg'],
  ['/index.xml', 'the feed of the list /'],
  ['/a%20file.txt', 'static/a file.txt'],
  ['/posts', 'the list of content/posts/'],
])('an alias that is published already is told, and leads nowhere: %s', (alias, name) => {
  const content = {
    'posts/a.md': post('2026-01-01', alias),
    'posts/b.md': post('2026-01-01'),
    'posts/b/pic.svg': '',
  }
  expect(redirectsOf(content, ['a file.txt'])).toEqual({
    redirects: {},
    told: [`content/posts/a.md:4 Cannot redirect ${alias} to /posts/a/: ${name} is published there`],
  })
})

test('an alias on another site is told', () => {
  const { redirects, told } = redirectsOf({
    'a.md': post('2026-01-01', 'https://other.org/x', '//other.org/x'),
  })
  expect(redirects).toEqual({})
  expect(told).toEqual([
    'content/a.md:4 Cannot redirect https://other.org/x to /a/: it is an address of another site',
    'content/a.md:4 Cannot redirect //other.org/x to /a/: it is an address of another site',
  ])
})

test('an alias in another case is another address, and a page’s own address needs no word', () => {
  expect(redirectsOf({ 'posts/a.md': post('2026-01-01', '/Posts/A/', '/posts/a/') })).toEqual({
    redirects: { '/Posts/A/': '/posts/a/' },
    told: [],
  })
})

test('the first page of every list has the address that Hugo gives it', () => {
  const plan = planOf(siteOf({ 'posts/a.md': post('2026-01-01'), 'x/page/2.md': post('2026-01-01') }))
  expect(createRedirects(plan).redirects).toEqual({
    '/page/1/': '/',
    '/posts/page/1/': '/posts/',
    '/x/page/1/': '/x/',
    '/tags/page/1/': '/tags/',
    '/categories/page/1/': '/categories/',
  })
})

test('an address that has been left leads on, where nothing is published there and no alias says otherwise', () => {
  const plan = planOf(siteOf({ 'posts/a.md': post('2026-01-01', '/x/'), 'posts/b.md': post('2026-01-01') }))
  const moved = new Map([
    ['/old/', '/posts/c#/'],
    ['/x/', '/posts/b/'],
    ['/posts/b/', '/posts/a/'],
  ])
  expect(createRedirects({ ...plan, moved }).redirects).toMatchObject({
    '/old/': '/posts/c%23/',
    '/x/': '/posts/a/',
  })
  expect(createRedirects({ ...plan, moved }).redirects).not.toHaveProperty('/posts/b/')
})

describe('pages for hosts that cannot redirect', () => {
  const filesOf = (...aliases: readonly string[]) =>
    createRedirects(planOf(siteOf({ 'posts/a.md': post('2026-01-01', ...aliases) })))
      .pages.map(({ file }) => file)
      .filter((file) => !file.includes('/page/1/'))

  test('lie where Hugo puts them', () => {
    expect(
      filesOf('/old/', '/x.html', '/a.php', 'near', '../up', '/Old/X.HTML', '/caf%C3%A9/', '/y.htm'),
    ).toEqual([
      'page/1/index.html',
      'old/index.html',
      'x.html',
      'a.php/index.html',
      'posts/near/index.html',
      'up/index.html',
      'Old/X.HTML/index.html',
      'café/index.html',
      'y.htm',
    ])
  })

  test('stay out where a file system could not hold them beside another', () => {
    expect(filesOf('/Up/', '/up/', '/posts/a/index.html/b/', '/x.html', '/x.html/y/').slice(1)).toEqual([
      'Up/index.html',
      'x.html',
    ])
  })

  test('are not made where the config says so, but for the first pages of lists (Hugo’s `disableAliases`)', () => {
    const plan = planOf(
      siteOf({ 'posts/a.md': post('2026-01-01', '/old/') }, { urls: { aliasPages: false } }),
    )
    expect(createRedirects(plan).pages.map(({ file }) => file)).toEqual([
      'page/1/index.html',
      'posts/page/1/index.html',
      'tags/page/1/index.html',
      'categories/page/1/index.html',
    ])
  })

  test('lead on by themselves, and search engines are told', () => {
    const html = aliasPage({ file: 'x.html', target: 'https://example.org/a"<b', language: 'en' })
    expect(html).toContain('<link rel="canonical" href="https://example.org/a&quot;&lt;b">')
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=https://example.org/a&quot;&lt;b">')
  })
})
