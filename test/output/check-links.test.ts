import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { PageLink, Rendered } from '../../src/markdown/rendered.ts'
import { checkLinks } from '../../src/output/links/check-links.ts'
import { targetOf } from '../../src/output/links/link-target.ts'
import { pageOf } from '../content/page-of.ts'

const config = resolveConfig({ site: { url: 'https://example.org' } }, { root: '/site', files: [] })

function rendered(path: string, links: readonly string[], ids: readonly string[] = []): Rendered {
  const page = pageOf(path, '---\ntitle: T\n---\nx\n', config)
  return {
    page,
    titleHeading: undefined,
    html: '',
    headings: [],
    contents: [],
    summary: '',
    truncated: false,
    words: 0,
    cjk: false,
    digest: '',
    links: links.map((target, index) => linkTo(target, index)),
    ids: new Set(ids),
    assets: [],
  }
}

const linkTo = (target: string, index: number): PageLink => ({
  kind: /\.(png|jpg)$/.test(target) ? 'image' : 'link',
  target,
  url: target,
  place: { path: 'content/posts/a.md', line: index + 4, column: 1 },
})

function told(links: readonly string[], redirects: readonly string[] = []) {
  const hidden = rendered('posts/secret.md', []).page
  const pages = [
    rendered('posts/a.md', links, ['own', 'größe']),
    rendered('posts/bread.md', [], ['dough', 'the-oven']),
  ]
  return checkLinks({
    rendered: pages,
    origin: 'https://example.org',
    files: [
      'index.html',
      'posts/a/index.html',
      'posts/bread/index.html',
      'posts/index.xml',
      'posts/a/loaf.png',
      'größe.txt',
    ],
    redirects,
    leftOut: [{ ...hidden, state: 'draft' }],
    documentIds: (file) =>
      file === 'posts/bread/index.html' ? new Set(['dough', 'the-oven', 'comments']) : undefined,
    severity: 'error',
  }).map(({ code, hint, place }) => [code, place?.line, hint])
}

test.each([
  '/',
  '/posts/bread/',
  '/posts/bread',
  '../bread/',
  '../bread/#dough',
  '/posts/bread/?a=1#the-oven',
  '#own',
  '#gr%C3%B6%C3%9Fe',
  '#',
  '#top',
  'https://example.org/posts/bread/',
  'https://elsewhere.example/x',
  'mailto:a@example.org',
  'tel:+49123',
  '/posts/index.xml',
  'loaf.png',
  '/gr%C3%B6%C3%9Fe.txt',
  // What only the layout of that page has.
  '/posts/bread/#comments',
  // No document of ours: what stands in it is not known.
  '/posts/index.xml#x',
])('%s leads somewhere', (target) => {
  expect(told([target])).toEqual([])
})

test.each([
  ['/posts/braed/', 'link/broken', 'Did you mean /posts/bread/?'],
  ['https://example.org/posts/breat', 'link/broken', 'Did you mean /posts/bread/?'],
  [
    '/somewhere-quite-else/',
    'link/broken',
    'Mend the address, or give the page that has moved: aliases: [/somewhere-quite-else/]',
  ],
  ['no-such-post.md', 'link/broken', 'Write where the file lies, as seen from this one'],
  ['secret.md#x', 'link/broken', 'Publish that page first, or take the link out until then'],
  ['/posts/secret', 'link/broken', 'Publish that page first, or take the link out until then'],
  ['/oaf.png', 'link/missing-image', 'Put the file beside the page, or into static/ as static/oaf.png'],
  ['/posts/bread/#doug', 'link/missing-anchor', 'Did you mean #dough?'],
  ['#owm', 'link/missing-anchor', 'Did you mean #own?'],
  ['#zzzzzzzz', 'link/missing-anchor', 'Take the id from the heading there, or set it: ## Heading {#id}'],
])('%s leads nowhere', (target, code, hint) => {
  expect(told([target])).toEqual([[code, 4, hint]])
})

test('an address that redirects is one, and all that is broken is told in order', () => {
  expect(told(['/x/', '/old/', '/old', '/y/'], ['/old/']).map(([code, line]) => [code, line])).toEqual([
    ['link/broken', 4],
    ['link/broken', 7],
  ])
})

test('of thousands of broken links, the first are told with what was meant', () => {
  const count = 800
  const broken = Array.from({ length: count }, (_, index) => `/missing/number-${index}/`)
  const found = checkLinks({
    rendered: [rendered('posts/a.md', broken)],
    origin: 'https://example.org',
    files: Array.from({ length: count }, (_, index) => `missing/number-${index}x/index.html`),
    redirects: [],
    leftOut: [],
    documentIds: () => undefined,
    severity: 'warning',
  })
  expect(found).toHaveLength(count)
  expect(found[0]?.hint).toBe('Did you mean /missing/number-0x/?')
  expect(found.at(-1)?.hint).toContain(`aliases: [/missing/number-${count - 1}/]`)
})

test.each([
  ['/a/b.html#c', '/a/b.html', 'c'],
  ['#c', '/posts/x/', 'c'],
  ['', '/posts/x/', ''],
  ['/a/../b/', '/b/', ''],
  ['/a//b/', '/a//b/', ''],
  ['/.well-known/x', '/.well-known/x', ''],
  ['/a?b#c', '/a', 'c'],
  ['y/', '/posts/x/y/', ''],
  ['/%C3%A9#%C3%A9', '/é', 'é'],
  ['https://example.org/a', '/a', ''],
])('%j leads to %s', (url, path, fragment) => {
  expect(targetOf(url, { page: '/posts/x/', origin: 'https://example.org' })).toEqual({ path, fragment })
})

test.each(['//cdn.example/a', 'mailto:a@example.org', 'https://example.com/a'])(
  '%s leads elsewhere',
  (url) => {
    expect(targetOf(url, { page: '/posts/x/', origin: 'https://example.org' })).toBeUndefined()
  },
)
