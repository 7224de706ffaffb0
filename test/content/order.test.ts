import { expect, test } from 'vitest'
import { loadContent, post } from './load-content.ts'

/** Titles that all have one date, in the order in which Hugo 0.169 lists them, by language. */
const titles: readonly (readonly [string, readonly string[]])[] = [
  [
    'sv',
    [
      '_under',
      '(paren',
      '10',
      '100',
      '9',
      'a b',
      'a-b',
      'a,b',
      'ab',
      'apple',
      'Emil',
      'EMIL',
      'emile',
      'émile',
    ]
      .concat(['Item 1', 'item 10', 'item 9', 'o e', 'o-e', 'oe', 'Ol', 'ss', 'ß', 'zebra', 'Zebra'])
      .concat(['Åland', 'Äpple', 'öl']),
  ],
  [
    'en',
    [
      '_under',
      '(paren',
      '10',
      '100',
      '9',
      'a b',
      'a-b',
      'a,b',
      'ab',
      'Åland',
      'apple',
      'Äpple',
      'Emil',
      'EMIL',
    ]
      .concat(['emile', 'émile', 'Item 1', 'item 10', 'item 9', 'o e', 'o-e', 'oe', 'Ol', 'öl', 'ss', 'ß'])
      .concat(['zebra', 'Zebra']),
  ],
]

test.each(titles)('titles of one date are in the order of the language %s', async (language, expected) => {
  const files = expected.toSorted().map((title, index) => {
    const text = post(`title: ${JSON.stringify(title)}`, 'date: 2024-01-01')
    return [`content/posts/p${index}.md`, text] as const
  })
  const { site } = await loadContent(Object.fromEntries(files), { site: { language } })
  expect(site.posts.map(({ title }) => title)).toEqual(expected)
})

test('weight goes before date, date before title, title before path, and what has none comes as in Hugo', async () => {
  const { site } = await loadContent({
    'content/posts/w2.md': post('title: W2', 'weight: 2', 'date: 2025-01-01'),
    'content/posts/w1.md': post('title: W1', 'weight: 1', 'date: 2020-01-01'),
    'content/posts/below.md': post('title: W', 'weight: -1', 'date: 2020-01-01'),
    'content/posts/new.md': post('title: New', 'date: 2025-06-01'),
    'content/posts/later.md': post('title: Later', 'date: 2024-01-01T00:00:00.900Z'),
    'content/posts/earlier.md': post('title: Earlier', 'date: 2024-01-01T00:00:00.100Z'),
    'content/posts/link.md': post('title: zzz', 'linkTitle: aaa', 'date: 2024-01-01'),
    'content/posts/none.md': post('date: 2024-01-01'),
    'content/posts/same/index.md': post('title: same', 'date: 2024-01-01'),
    'content/posts/same2.md': post('title: same', 'date: 2024-01-01'),
    'content/posts/Same1.md': post('title: same', 'date: 2024-01-01'),
    'content/posts/undated.md': post('title: a'),
  })
  expect(site.posts.map(({ path }) => path.slice('/posts/'.length))).toEqual(
    ['below', 'w1', 'w2', 'new', 'none', 'link', 'earlier', 'later', 'same', 'same1', 'same2'].concat(
      'undated',
    ),
  )
})

test('neighbours are those of the nearest section, and lists have the dates of what is in them', async () => {
  const { site } = await loadContent({
    'content/posts/a.md': post('title: A', 'date: 2024-01-01', 'lastmod: 2024-06-01', 'tags: [x]'),
    'content/posts/b.md': post('title: B', 'date: 2024-01-03'),
    'content/posts/sub/_index.md': post('title: S', 'date: 2022-01-01'),
    'content/posts/sub/q.md': post('title: Q', 'date: 2024-02-01'),
    'content/posts/sub/deeper/r.md': post('title: R', 'date: 2024-01-02'),
    'content/notes/k.md': post('title: K', 'date: 2024-01-01'),
    'content/about.md': post('title: About', 'date: 2024-08-01'),
    'content/talks/_index.md': post('title: T', 'date: 2024-09-01'),
  })
  const neighbours = [...site.neighbours].map(([id, { previous, next }]) => [id, previous?.path, next?.path])
  expect(neighbours.sort()).toEqual([
    ['notes/k.md', undefined, undefined],
    ['posts/a.md', undefined, '/posts/b'],
    ['posts/b.md', '/posts/a', undefined],
    ['posts/sub/deeper/r.md', undefined, '/posts/sub/q'],
    ['posts/sub/q.md', '/posts/sub/deeper/r', undefined],
  ])
  const dates = site.pages
    .filter(({ kind }) => kind !== 'page')
    .map(({ path, matter }) => [path, day(matter.date), day(matter.lastmod)])
  expect(dates).toEqual([
    ['/', '2024-09-01', '2024-09-01'],
    ['/talks', '2024-09-01', '2024-09-01'],
    ['/posts', '2024-02-01', '2024-06-01'],
    ['/notes', '2024-01-01', '2024-01-01'],
    ['/posts/sub', '2022-01-01', '2022-01-01'],
    ['/tags', '2024-01-01', '2024-06-01'],
    ['/tags/x', '2024-01-01', '2024-06-01'],
    ['/categories', undefined, undefined],
  ])
})

const day = (date: Date | undefined) => date?.toISOString().slice(0, 10)

test('posts are the pages of all sections, or of the main ones', async () => {
  const files = {
    'content/posts/a.md': post('title: A', 'date: 2024-01-01'),
    'content/notes/k.md': post('title: K', 'date: 2024-01-02'),
    'content/about.md': post('title: About'),
  }
  const posts = async (config: { readonly mainSections?: readonly string[] }) =>
    (await loadContent(files, config)).site.posts.map(({ path }) => path)
  expect(await posts({})).toEqual(['/notes/k', '/posts/a'])
  expect(await posts({ mainSections: ['posts'] })).toEqual(['/posts/a'])
})
