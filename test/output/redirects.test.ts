import { expect, test } from 'vitest'
import { createRedirects } from '../../src/output/create-redirects.ts'
import { planOf, siteOf } from './site-of.ts'

const post = (date: string, ...aliases: readonly string[]) =>
  `---\ntitle: T\ndate: ${date}\naliases: ${JSON.stringify(aliases)}\n---\n`

function redirectsOf(content: Record<string, string>, statics: readonly string[] = []) {
  const { redirects, warnings } = createRedirects(planOf(siteOf(content), statics))
  return { redirects, told: warnings.map(({ message, place }) => `${place?.path}:${place?.line} ${message}`) }
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

test('the first page of a list has the address that Hugo gives it; a page that is called 2 is no list', () => {
  const lists = Object.fromEntries(
    Array.from({ length: 11 }, (_, day) => [`posts/${day}.md`, post('2026-01-01')]),
  )
  expect(redirectsOf({ ...lists, 'x/page/2.md': post('2026-01-01') }).redirects).toEqual({
    '/page/1/': '/',
    '/posts/page/1/': '/posts/',
  })
})
