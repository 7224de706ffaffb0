import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import type { FrontMatter } from '../../src/content/matter/front-matter.ts'
import { pageOf } from './page-of.ts'

// The values are those that Hugo 0.169 read, except where a comment says otherwise.

const matterOf = (matter: string, user: UserConfig = {}, path = 'posts/a.md') =>
  pageOf(path, `---\n${matter}\n---\n`, resolveConfig(user, { root: '/site', files: [] })).matter

test.each<[string, Partial<FrontMatter>]>([
  ['title: 42', { title: '42' }],
  ['title: true', { title: 'true' }],
  ['title: 2020-01-01', { title: '2020-01-01' }],
  ['title: 1.50', { title: '1.5' }],
  ['Title: Cap\nDESCRIPTION: D\nLinkTitle: L', { title: 'Cap', description: 'D', linkTitle: 'L' }],
  ['draft: 1', { draft: true }],
  ['draft: "TRUE"', { draft: true }],
  ['draft: T', { draft: true }],
  ['draft: 0', { draft: false }],
  ['draft: ""', { draft: false }],
  ['published: false', { draft: true, publishDate: undefined }],
  ['published: false\ndraft: false', { draft: false }],
  ['weight: "10"', { weight: 10 }],
  ['weight: 1.5', { weight: 1 }],
  ['weight: -5', { weight: -5 }],
  ['weight: ""', { weight: 0 }],
  ['slug: -a-', { slug: 'a' }],
  ['slug: 5', { slug: '5' }],
  ['keywords: [a, b]', { keywords: ['a', 'b'] }],
  ['keywords: a', { keywords: ['a'] }],
  // In Hugo, of the words "a," and "b".
  ['keywords: a, b c', { keywords: ['a', 'b c'] }],
  ['aliases: /x', { aliases: ['/x'] }],
  ['aliases: "/a /b"', { aliases: ['/a', '/b'] }],
  ['aliases: [/a, 5]', { aliases: ['/a', '5'] }],
  ['tags: "a, b"', { terms: { tags: ['a, b'], categories: [] } }],
  ['tags: [1, true, 2020-01-01, null, ""]', { terms: { tags: ['1', 'true', '2020-01-01'], categories: [] } }],
  ['tags: 5', { terms: { tags: ['5'], categories: [] } }],
  ['Tags: [Up]\nparams: {categories: [c]}', { terms: { tags: ['Up'], categories: ['c'] } }],
  [
    'params: {title: PT, Foo: Bar, Nest: {Up: 1}}',
    { title: undefined, params: { title: 'PT', foo: 'Bar', nest: { up: 1 } } },
  ],
  ['Foo: {Up: [{Down: 1}]}\nBAR: 1', { params: { foo: { up: [{ down: 1 }] }, bar: 1 } }],
  ['type: Foo\nlayout: Bar', { type: 'Foo', layout: 'Bar' }],
  ['isCJKLanguage: true\ntranslationKey: K', { isCjk: true, translationKey: 'K' }],
  [
    'sitemap: {changefreq: daily, priority: 0.3, disable: true}',
    { sitemap: { changeFrequency: 'daily', priority: 0.3, disable: true } },
  ],
  [
    'sitemap: {changeFreq: weekly, priority: -1}',
    { sitemap: { changeFrequency: 'weekly', priority: undefined, disable: false } },
  ],
  // Of no effect in Hugo.
  ['sitemap: false', { sitemap: { changeFrequency: undefined, priority: undefined, disable: true } }],
  ['outputs: [HTML, json, foo]', { outputs: ['html', 'json'] }],
  ['outputs: rss', { outputs: ['rss'] }],
  [
    'build: {list: local, render: link, publishResources: false}',
    { build: { list: 'local', render: 'link', publishResources: false } },
  ],
  [
    'build: {list: false, render: true}',
    { build: { list: 'never', render: 'always', publishResources: true } },
  ],
  [
    'build: {list: true, render: false}',
    { build: { list: 'always', render: 'never', publishResources: true } },
  ],
  ['headless: true', { build: { list: 'never', render: 'never', publishResources: true } }],
  // Refused since 0.145.
  ['_build: {list: never}', { build: { list: 'never', render: 'always', publishResources: true } }],
])('%j', (matter, expected) => {
  expect(matterOf(matter)).toMatchObject(expected)
})

const entry = {
  identifier: undefined,
  name: undefined,
  title: undefined,
  parent: undefined,
  weight: undefined,
  pre: undefined,
  post: undefined,
  params: {},
}

test.each([
  ['menu: main', { main: entry }],
  ['menus: [main, footer]', { main: entry, footer: entry }],
  [
    'menus: {main: {weight: 5, Name: N, params: {Up: 1}}, Foot: }',
    { main: { ...entry, weight: 5, name: 'N', params: { up: 1 } }, foot: entry },
  ],
])('%j', (matter, menus) => {
  expect(matterOf(matter).menus).toEqual(menus)
})

const dates = ({ date, lastmod, publishDate, expiryDate }: FrontMatter) =>
  [date, lastmod, publishDate, expiryDate].map((each) => each?.toISOString().replace(/T00:00:00.000Z$/, ''))

test.each([
  ['date: 2020-01-02\nlastmod: 2021-01-01', ['2020-01-02', '2021-01-01', '2020-01-02', undefined]],
  ['publishdate: 2020-01-02', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['pubDate: 2020-01-02', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['published: 2020-01-02', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['lastmod: 2020-01-02', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['modified: 2020-01-02', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['date: 2020-01-02\npublishdate: 2019-01-01', ['2020-01-02', '2020-01-02', '2019-01-01', undefined]],
  ['expiryDate: 2020-01-02', [undefined, undefined, undefined, '2020-01-02']],
  ['unpublishdate: 2099-01-02', [undefined, undefined, undefined, '2099-01-02']],
  ['date: 1577923200', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['date: ~', [undefined, undefined, undefined, undefined]],
  // Hugo takes neither for a date, and says so.
  ['date: 2020-1-2', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
  ['date: Jan 2, 2020', ['2020-01-02', '2020-01-02', '2020-01-02', undefined]],
])('%j', (matter, expected) => {
  expect(dates(matterOf(matter))).toEqual(expected)
})

test.each([
  ['2015-02-19-slug-b', '2015-02-19', 'slug-b'],
  ['2015-02-19_under', '2015-02-19', 'under'],
  ['2015-02-19', '2015-02-19', undefined],
  ['2015-02-19T10-x', '2015-02-19', 'T10-x'],
  ['2015-02-19 space', '2015-02-19', 'space'],
  ['2015-02-19-10-30-00-time', '2015-02-19T10:30:00.000Z', 'time'],
  ['2015-2-19-slug', undefined, undefined],
  ['2015-13-19-bad', undefined, undefined],
  ['20150219-x', undefined, undefined],
  ['x-2015-02-19', undefined, undefined],
])('the file name %s', (name, date, slug) => {
  const user = { dates: { date: [':filename', ':default'] } }
  for (const path of [`posts/${name}.md`, `posts/${name}/index.md`]) {
    const matter = matterOf('title: T', user, path)
    expect([...dates(matter).slice(0, 3), matter.slug]).toEqual([date, date, date, slug])
  }
})

test('what the front matter says of slug and modification goes before the file’s name', () => {
  const user = { dates: { date: [':filename', ':default'] } }
  const matter = matterOf('slug: own\ndate: 2001-01-01', user, 'posts/2015-02-19-x.md')
  expect([...dates(matter), matter.slug]).toEqual([
    '2015-02-19',
    '2001-01-01',
    '2001-01-01',
    undefined,
    'own',
  ])
  const late = matterOf(
    'date: 2001-01-01',
    { dates: { date: [':default', ':filename'] } },
    'posts/2015-02-19-x.md',
  )
  expect([late.date?.getUTCFullYear(), late.slug]).toEqual([2001, undefined])
})

test('a date may come from a key of the site’s own', () => {
  const user = { dates: { date: ['written', ':default'] } }
  expect(dates(matterOf('written: 2019-05-06\ndate: 2020-01-01', user))[0]).toBe('2019-05-06')
  expect(dates(matterOf('date: 2020-01-01', user))[0]).toBe('2020-01-01')
})

test.each([
  ['title: [a, b]', 'title "["a","b"]": it is not a text', 2],
  ['draft: yes', 'draft "yes": it is not true or false', 2],
  ['draft: perhaps', 'draft "perhaps": it is not true or false', 2],
  ['weight: abc', 'weight "abc": it is not a number', 2],
  ['tags: {a: b}', 'tags "{"a":"b"}": it is not a list', 2],
  ['title: T\ntags: [[a, b], c]', 'tags "[["a","b"],"c"]": it is not a list', 3],
  ['params: 5', 'params "5": it is not a map', 2],
  ['menus: 5', 'menus "5": it is not the name of a menu, a list of names, or a map', 2],
  ['resources: [a]', 'resources "["a"]": it is not a list of maps with `src`', 2],
  ['cascade: [a]', 'cascade "["a"]": it is not a map or a list of maps', 2],
  ['build: never', 'build: it is not as the build options are', 2],
  ['build:\n  list: sometimes', 'build: it is not as the build options are', 2],
  ['markup: rst', 'markup "rst": it is not markdown or html', 2],
  // To Hugo, the 234th day of 1970.
  ['date: 20200102', 'date "20200102": it is not a date', 2],
])('%j is told', (matter, message, line) => {
  expect(() => matterOf(matter)).toThrow(
    expect.objectContaining({
      message: `Cannot read ${message}`,
      place: expect.objectContaining({ path: 'content/posts/a.md', line }),
    }),
  )
})

test('a TOML date that the calendar does not have is told wherever it stands', () => {
  const text =
    '+++\ntitle = "2026-02-30"\n[params]\nwhen = 2026-02-30 # 2026-02-31\n"2026-02-32" = [2026-01-01, 2026-04-31]\n+++\n'
  const read = () => pageOf('posts/a.md', text, resolveConfig({}, { root: '/site', files: [] }))
  expect(read).toThrow(
    expect.objectContaining({
      diagnostics: [
        expect.objectContaining({
          message: 'Cannot read when "2026-02-30": the calendar has no such day or time',
          place: expect.objectContaining({ line: 4, column: 8 }),
        }),
        expect.objectContaining({ place: expect.objectContaining({ line: 5, column: 29 }) }),
      ],
    }),
  )
})
