import { expect, test } from 'vitest'
import { loadContent, post } from './load-content.ts'

const files = {
  'content/posts/a.md': post(
    'title: A',
    'date: 2024-01-05',
    'tags: [C#, Go lang, a/b, Ink]',
    'tags_weight: 20',
  ),
  'content/posts/b.md': post(
    'title: B',
    'date: 2024-01-06',
    'tags: [ink, C++, café, 2024]',
    'tags_weight: 10',
  ),
  'content/posts/c.md': post('title: C', 'date: 2024-01-07', 'tags: [INK, Described]', 'weight: 5'),
  'content/posts/d.md': post('title: D', 'date: 2024-01-08', 'tags: ink'),
  'content/posts/hidden.md': post('title: H', 'tags: [ink, secret]', 'build:', '  render: never'),
  'content/posts/local.md': post('title: L', 'tags: [quiet]', 'build:', '  list: local'),
  'content/posts/unlisted.md': post('title: U', 'tags: [quiet]', 'build:', '  list: never'),
  'content/other/_index.md': post('title: Other', 'date: 2024-01-01', 'tags: [section-tag, ink]'),
  'content/_index.md': post('title: Home', 'tags: [home-tag]'),
  'content/tags/_index.md': post('title: All tags'),
  'content/tags/described/_index.md': post('title: Well described'),
  'content/tags/Un-Used/_index.md': post('title: Unused'),
}

test('every taxonomy has its list, and every term a page, described or not', async () => {
  const { site } = await loadContent(files, {
    taxonomies: { tag: 'tags', category: 'categories', series: 'series' },
  })
  expect(site.taxonomies.map(({ name, page }) => [name, page.title, page.url])).toEqual([
    ['tags', 'All tags', '/tags/'],
    ['categories', 'Categories', '/categories/'],
    ['series', 'Series', '/series/'],
  ])
  expect(site.taxonomies[0]?.terms.map(({ page, pages }) => `${page.url} ${pages.length}`)).toEqual([
    '/tags/2024/ 1',
    '/tags/a/b/ 1',
    '/tags/c#/ 1',
    '/tags/c++/ 1',
    '/tags/café/ 1',
    '/tags/described/ 1',
    '/tags/go-lang/ 1',
    '/tags/home-tag/ 1',
    '/tags/ink/ 5',
    '/tags/quiet/ 1',
    '/tags/section-tag/ 1',
    '/tags/un-used/ 0',
  ])
  expect(site.byUrl.get('/tags/described/')?.title).toBe('Well described')
})

test('a term lists pages and sections by its own weight, then by the default order', async () => {
  const { site } = await loadContent(files)
  const ink = site.taxonomies[0]?.terms.find(({ page }) => page.path === '/tags/ink')
  expect(ink?.pages.map(({ path }) => path)).toEqual([
    '/posts/c',
    '/posts/d',
    '/other',
    '/posts/b',
    '/posts/a',
  ])
  expect(site.termsOf.get('posts/a.md')?.map(({ path }) => path)).toEqual([
    '/tags/c#',
    '/tags/go-lang',
    '/tags/a/b',
    '/tags/ink',
  ])
  expect(site.termsOf.get('posts/unlisted.md')?.map(({ path }) => path)).toEqual(['/tags/quiet'])
  expect(site.termsOf.get('posts/hidden.md')).toBeUndefined()
  expect(site.termsOf.get('_index.md')?.map(({ path }) => path)).toEqual(['/tags/home-tag'])
})

test('each language has its own taxonomies and terms', async () => {
  const { sites } = await loadContent(
    {
      'content/posts/a.md': post('title: A', 'tags: [One]'),
      'content/posts/a.fr.md': post('title: A', 'tags: [Un]', 'sujets: [Encre]'),
    },
    { languages: { en: { weight: 1 }, fr: { weight: 2, taxonomies: { tag: 'tags', sujet: 'sujets' } } } },
  )
  const terms = sites.map(({ taxonomies }) =>
    taxonomies.flatMap((each) => each.terms.map(({ page }) => page.url)),
  )
  expect(terms).toEqual([['/tags/one/'], ['/fr/tags/un/', '/fr/sujets/encre/']])
})

test('kinds that are off are not made', async () => {
  const published = async (disable: readonly string[]) => {
    const { site } = await loadContent({ 'content/posts/a.md': post('title: A', 'tags: [One]') }, { disable })
    return site.taxonomies.flatMap(({ page, terms }) =>
      [page, ...terms.map((term) => term.page)]
        .filter(({ matter }) => matter.build.render === 'always')
        .map(({ url }) => url),
    )
  }
  expect(await published([])).toEqual(['/tags/', '/tags/one/', '/categories/'])
  expect(await published(['taxonomy'])).toEqual(['/tags/one/'])
  expect(await published(['term'])).toEqual(['/tags/', '/categories/'])
})

/** Terms, with the titles and addresses that Hugo 0.169 gives their pages. */
const terms: readonly (readonly [string, string, string])[] = [
  ['go lang', 'Go Lang', '/tags/go-lang/'],
  ['the go of it', 'The Go of It', '/tags/the-go-of-it/'],
  ['A & B', 'A & B', '/tags/a--b/'],
  ['Two  Spaces', 'Two  Spaces', '/tags/two--spaces/'],
  [' spaced ', ' Spaced ', '/tags/-spaced-/'],
  ["what's up?", "What's Up?", '/tags/whats-up/'],
  ['50%', '50%', '/tags/50/'],
  ['.NET', '.NET', '/tags/.net/'],
  ['a/b', 'A/B', '/tags/a/b/'],
  ['under_score', 'Under_score', '/tags/under_score/'],
  ['dash-ed', 'Dash-Ed', '/tags/dash-ed/'],
  ['UPPER', 'UPPER', '/tags/upper/'],
  ['漢字', '漢字', '/tags/漢字/'],
  ['straße', 'Straße', '/tags/straße/'],
]

test.each(terms)('the term %j is called %j and lies at %s', async (term, title, url) => {
  const { site } = await loadContent({
    'content/posts/a.md': post('title: A', `tags: [${JSON.stringify(term)}]`),
  })
  const [made] = site.taxonomies[0]?.terms ?? []
  expect([made?.page.title, made?.page.url]).toEqual([title, url])
})

test('titles of terms stay as they are written where the config says so', async () => {
  const { site } = await loadContent(
    { 'content/posts/a.md': post('title: A', 'tags: [iOS]') },
    { titles: { capitalizeLists: false } },
  )
  expect(site.taxonomies.map(({ page, terms: [term] }) => [page.title, term?.page.title])).toEqual([
    ['tags', 'iOS'],
    ['categories', undefined],
  ])
})

test('the list of a taxonomy is titled by its name as it is, dashes aside (as with Hugo 0.169)', async () => {
  const { site } = await loadContent({}, { taxonomies: { person: 'person', mood: 'my-moods', tag: 'tags' } })
  expect(site.taxonomies.map(({ page }) => page.title)).toEqual(['Person', 'My Moods', 'Tags'])
})

test('lists of terms that are drafts are not made up for, nor are terms; pages have the other terms', async () => {
  const { site, sites } = await loadContent({
    'content/posts/a.md': post('title: A', 'tags: [foo, bar, later]', 'categories: [x]'),
    'content/tags/foo/_index.md': post('title: Foo', 'draft: true'),
    'content/tags/later/_index.md': post('title: Later', 'date: 2027-01-01'),
    'content/categories/_index.md': post('title: C', 'draft: true'),
  })
  const lists = site.pages.filter(({ kind, matter }) => kind !== 'page' && matter.build.render === 'always')
  // As with Hugo 0.169.
  expect(lists.map(({ url }) => url)).toEqual(['/', '/posts/', '/tags/', '/tags/bar/', '/categories/x/'])
  expect(site.termsOf.get('posts/a.md')?.map(({ url }) => url)).toEqual(['/tags/bar/', '/categories/x/'])
  expect(sites[0]?.byUrl.has('/categories/')).toBe(false)
})
