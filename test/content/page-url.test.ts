import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { pageOf, pagesOf } from './page-of.ts'

// The addresses in these tables are those that Hugo 0.169 gave, except where a comment says otherwise.

const configOf = (user: UserConfig) => resolveConfig(user, { root: '/site', files: [] })

const urlOf = (path: string, matter = '', user: UserConfig = {}) =>
  pageOf(path, `---\n${matter}\n---\n`, configOf(user)).url

test.each([
  ['posts/Hello World.md', '/posts/hello-world/'],
  ['posts/2015-2-9-foo.md', '/posts/2015-2-9-foo/'],
  ['posts/Ünïcode Ä.md', '/posts/ünïcode-ä/'],
  ['posts/c#.md', '/posts/c#/'],
  ['posts/a%20b.md', '/posts/a%20b/'],
  ['posts/q?x.md', '/posts/qx/'],
  ['posts/isrg-cp-cps-v5.9.md', '/posts/isrg-cp-cps-v5.9/'],
  ['posts/a--b__c.md', '/posts/a--b__c/'],
  ["posts/let's go.md", '/posts/lets-go/'],
  ['posts/A & B (c) [d] {e}.md', '/posts/a--b-c-d-e/'],
  ['posts/a+b@c~d.md', '/posts/a+b@c~d/'],
  ['posts/日本語.md', '/posts/日本語/'],
  ['posts/a,b;c=d!e$f.md', '/posts/abcdef/'],
  ['posts/-x-.md', '/posts/-x-/'],
  ['posts/ lead trail .md', '/posts/-lead-trail-/'],
  ['posts/x.y.z.md', '/posts/x.y.z/'],
  ['posts/a  b.md', '/posts/a--b/'],
  ['posts/a - b.md', '/posts/a---b/'],
  ['posts/it’s “q”.md', '/posts/its-q/'],
  ['posts/em—dash.md', '/posts/emdash/'],
  ['posts/emoji😀x.md', '/posts/emojix/'],
  ['posts/deep/Nested Dir/p.md', '/posts/deep/nested-dir/p/'],
  ['Sec Two/a.md', '/sec-two/a/'],
  ['Bundle/index.md', '/bundle/'],
  ['Bundle/Index.md', '/bundle/'],
  ['about.markdown', '/about/'],
  ['up.MD', '/up/'],
  ['html.htm', '/html/'],
  ['sect/Sub/_index.md', '/sect/sub/'],
  ['_index.md', '/'],
  // In Hugo this is the home page of a site without any other page.
  ['index.md', '/'],
])('the file %s', (path, url) => {
  expect(urlOf(path)).toBe(url)
})

test.each([
  ['Foo Bar', '/posts/foo-bar/'],
  ['-x-', '/posts/x/'],
  ['a/b', '/posts/a/b/'],
  ['v5.9', '/posts/v5.9/'],
  ['C#', '/posts/c#/'],
  ['ünï', '/posts/ünï/'],
  ['A_B', '/posts/a_b/'],
  ['  x  ', '/posts/x/'],
  ['a&b', '/posts/ab/'],
  ['a - b', '/posts/a-b/'],
  ['tr/', '/posts/tr/'],
  ['/lead', '/posts/lead/'],
  ['q?', '/posts/q/'],
  ['50%', '/posts/50/'],
  ['a%20b', '/posts/a%20b/'],
  ['日本', '/posts/日本/'],
  ['a@b', '/posts/a@b/'],
  ['--', '/posts/file/'],
  ['a.html', '/posts/a.html/'],
  ['a//b', '/posts/a/b/'],
  ['x²', '/posts/x/'],
])('the slug "%s"', (slug, url) => {
  expect(urlOf('posts/file.md', `slug: ${JSON.stringify(slug)}`)).toBe(url)
})

test.each([
  ['/Foo/Bar.html', '/Foo/Bar.html'],
  ['foo', '/foo/'],
  ['foo/', '/foo/'],
  ['/foo bar/', '/foo bar/'],
  ['/x.y', '/x.y'],
  ['/x.y/', '/x.y/'],
  ['/a/b/c', '/a/b/c/'],
  ['/:section/:contentbasename/', '/posts/file/'],
  ['/:year/:month/x', '/2024/03/x/'],
  ['/C#/q', '/C#/q/'],
  ['/ä/', '/ä/'],
  ['/foo.pdf', '/foo.pdf'],
  ['/foo.html/', '/foo.html/'],
  ['/Caps/Kept/', '/Caps/Kept/'],
  ['/d/index.html', '/d/'],
  ['rel.html', '/rel.html'],
  ['/t/\\:x/', '/t/:x/'],
  ['/a.php', '/a.php'],
  // Hugo makes a file of it, without an ending that a server could tell its type by.
  ['/v1.2/api', '/v1.2/api/'],
  // Hugo keeps the spaces.
  ['  /sp/  ', '/sp/'],
])('the url "%s"', (url, expected) => {
  expect(urlOf('posts/file.md', `url: ${JSON.stringify(url)}\ndate: 2024-03-05`)).toBe(expected)
})

test.each([
  ['../up', '"../up" holds an empty part, "." or ".."'],
  ['//dbl', '"//dbl" is on another host'],
  ['https://example.org/a', '"https://example.org/a" is on another host'],
  ['/with:colon/', '"/with:colon/" asks for :colon, which no page has'],
])('the url "%s" is refused', (url, reason) => {
  expect(() => urlOf('posts/file.md', `url: ${JSON.stringify(url)}`)).toThrow(
    expect.objectContaining({
      code: 'content/invalid-url',
      message: `Cannot publish the page: ${reason}`,
      place: { path: 'content/posts/file.md', line: 2, column: 6, text: expect.anything() },
    }),
  )
})

test.each([
  ['?!', undefined],
  ['..', 2],
])('a slug or a name of nothing is refused: "%s"', (slug, line) => {
  const make = () =>
    line === undefined ? urlOf(`posts/${slug}.md`) : urlOf('posts/a.md', `slug: ${JSON.stringify(slug)}`)
  expect(make).toThrow(
    expect.objectContaining({
      code: 'content/invalid-url',
      place: expect.objectContaining({ path: expect.anything() }),
    }),
  )
})

const posts = {
  'posts/My File.md': '---\ntitle: "The Title: Ünï & C#"\ndate: 2024-03-05T23:30:00-05:00\n---\n',
  'posts/slugged.md': '---\ntitle: T2\nslug: "My Slug"\ndate: 2024-12-31\n---\n',
  'posts/nodate.md': '---\ntitle: ND\n---\n',
  'posts/Nest One/_index.md': '---\ntitle: Nest Title\n---\n',
  'posts/Nest One/Deep/_index.md': '---\ntitle: Deep Title\nslug: deepslug\n---\n',
  'posts/Nest One/Deep/In Deep.md': '---\ntitle: In\ndate: 2020-01-02\n---\n',
  'posts/Nest One/nosec/w.md': '---\ntitle: W\n---\n',
  'posts/Bundle A/index.md': '---\ntitle: Bun\ndate: 2021-05-06\n---\n',
  'top.md': '---\ntitle: Top\n---\n',
}

const urlsOf = (content: Record<string, string>, user: UserConfig) =>
  pagesOf(content, configOf(user)).map(({ url }) => url)

test.each([
  [
    '/:year/:month/:day/:slug/',
    [
      '/2024/03/05/the-title-ünï-c/',
      '/2024/12/31/my-slug/',
      '/1/01/01/nd/',
      '/2020/01/02/in/',
      '/1/01/01/w/',
      '/2021/05/06/bun/',
    ],
  ],
  [
    '/:section/:monthname/:weekday/:weekdayname/:yearday/:title',
    [
      '/posts/march/2/tuesday/65/the-title-ünï-c/',
      '/posts/december/2/tuesday/366/t2/',
      '/posts/january/1/monday/1/nd/',
      '/posts/january/4/thursday/2/in/',
      '/posts/january/1/monday/1/w/',
      '/posts/may/4/thursday/126/bun/',
    ],
  ],
  [
    '/:sections/:contentbasename/',
    [
      '/posts/my-file/',
      '/posts/slugged/',
      '/posts/nodate/',
      '/posts/nest-one/deep/in-deep/',
      '/posts/nest-one/w/',
      '/posts/bundle-a/',
    ],
  ],
  [
    '/:sections[1:]/:slugorcontentbasename/',
    ['/my-file/', '/my-slug/', '/nodate/', '/nest-one/deep/in-deep/', '/nest-one/w/', '/bundle-a/'],
  ],
  [
    '/x/:sections[last]/:filename/',
    [
      '/x/posts/my-file/',
      '/x/posts/slugged/',
      '/x/posts/nodate/',
      '/x/deep/in-deep/',
      '/x/nest-one/w/',
      '/x/posts/bundle-a/',
    ],
  ],
  [
    '/:sectionslugs/:slugorfilename',
    [
      '/posts/my-file/',
      '/posts/my-slug/',
      '/posts/nodate/',
      '/posts/nest-title/deepslug/in-deep/',
      '/posts/nest-title/w/',
      '/posts/bundle-a/',
    ],
  ],
  [
    '/:sectionslug/:sectionslugs[1:]/:title/',
    [
      '/posts/the-title-ünï-c/',
      '/posts/t2/',
      '/posts/nd/',
      '/posts/nest-title/deepslug/in/',
      '/posts/nest-title/w/',
      '/posts/bun/',
    ],
  ],
  [
    '/:sections[:last]/:06/:2006/:title/',
    [
      '/24/2024/the-title-ünï-c/',
      '/24/2024/t2/',
      '/01/0001/nd/',
      '/posts/nest-one/20/2020/in/',
      '/posts/01/0001/w/',
      '/21/2021/bun/',
    ],
  ],
  [
    '/p/:slug.html',
    [
      '/p/the-title-ünï-c.html/',
      '/p/my-slug.html/',
      '/p/nd.html/',
      '/p/in.html/',
      '/p/w.html/',
      '/p/bun.html/',
    ],
  ],
  [
    ':year/Caps/:title',
    [
      '/2024/caps/the-title-ünï-c/',
      '/2024/caps/t2/',
      '/1/caps/nd/',
      '/2020/caps/in/',
      '/1/caps/w/',
      '/2021/caps/bun/',
    ],
  ],
])('the permalink %s', (pattern, urls) => {
  const made = pagesOf(posts, configOf({ urls: { permalinks: { posts: pattern } } }))
  expect(made.filter(({ kind, section }) => kind === 'page' && section !== '').map(({ url }) => url)).toEqual(
    urls,
  )
  expect(
    made.filter(({ kind, section }) => kind === 'section' || section === '').map(({ url }) => url),
  ).toEqual(['/posts/nest-one/', '/posts/nest-one/deepslug/', '/top/'])
})

test.each([
  ['C/D E', 'c-d-e'],
  [' - A -- B: (c) - ', '-a--b-c-'],
  ['C++ & C#', 'c-c'],
  ['C++', 'c'],
  ['a+b', 'a-b'],
  ['a#b', 'a#b'],
  ['100% of it’s', '100-of-its'],
  ['a%20b', 'a-b'],
  ['A...B?', 'a...b'],
  ['-x-', '-x-'],
  ['½ ①', ''],
])('the title "%s" in a permalink', (title, part) => {
  const url = urlOf('posts/a.md', `title: ${JSON.stringify(title)}`, {
    urls: { permalinks: { posts: '/x:title/' } },
  })
  expect(url).toBe(`/x${part}/`)
})

test('permalinks by kind, for the root and for nested sections; the nearest section goes', () => {
  const permalinks = {
    page: { posts: '/pp/:slug/', 'posts/nest one': '/nest/:slug/', '/': '/root/:slug' },
    section: { posts: '/sx/:title/' },
  }
  expect(urlsOf(posts, { urls: { permalinks } })).toEqual([
    '/pp/the-title-ünï-c/',
    '/pp/my-slug/',
    '/pp/nd/',
    '/sx/nest-title/',
    '/sx/deep-title/',
    '/nest/in/',
    '/nest/w/',
    '/pp/bun/',
    '/root/top/',
  ])
})

test('the day of an address is that of the clock which the date is written by', () => {
  const urls = { permalinks: { posts: '/:day/' } }
  expect(
    urlOf('posts/a.md', 'date: 2024-03-05T23:30:00-05:00', { urls, site: { timeZone: 'Asia/Tokyo' } }),
  ).toBe('/05/')
  expect(urlOf('posts/a.md', 'date: 2024-03-05T01:30:00', { urls, site: { timeZone: 'Asia/Tokyo' } })).toBe(
    '/05/',
  )
  expect(urlOf('posts/a.md', 'date: 2024-03-05T23:30:00Z', { urls, site: { timeZone: 'Asia/Tokyo' } })).toBe(
    '/05/',
  )
})

test('a section’s slug is part of the addresses below it, its url is not', () => {
  const content = {
    'c/_index.md': '---\nslug: "Sec Slug"\n---\n',
    'c/x.md': '',
    'c/d/_index.md': '---\nslug: Dee\n---\n',
    'c/d/y.md': '',
    'c/nosec/z.md': '',
    'c/l/index.md': '',
    'u/_index.md': '---\nurl: /Sec Url/x\n---\n',
    'u/x.md': '',
    'tags/_index.md': '---\nslug: t\n---\n',
    'tags/foo/_index.md': '---\nslug: eff\n---\n',
  }
  expect(urlsOf(content, {})).toEqual([
    '/sec-slug/',
    '/sec-slug/x/',
    '/sec-slug/dee/',
    '/sec-slug/dee/y/',
    '/sec-slug/nosec/z/',
    '/sec-slug/l/',
    '/Sec Url/x/',
    '/u/x/',
    '/t/',
    '/t/eff/',
  ])
})

test('pages and terms may be files, lists and what has a url of its own may not', () => {
  const content = {
    '_index.md': '',
    'about.md': '',
    'posts/_index.md': '',
    'posts/a b.md': '',
    'posts/bun/index.md': '',
    'posts/sub/_index.md': '',
    'posts/sub/c.md': '---\nslug: CC\n---\n',
    'posts/u.md': '---\nurl: /u/v/\n---\n',
    'tags/x/_index.md': '',
  }
  expect(urlsOf(content, { urls: { ugly: true } })).toEqual([
    '/',
    '/about.html',
    '/posts/',
    '/posts/a-b.html',
    '/posts/bun.html',
    '/posts/sub/',
    '/posts/sub/cc.html',
    '/u/v/',
    '/tags/x.html',
  ])
  expect(urlsOf(content, { urls: { ugly: { posts: true } } })).toEqual([
    '/',
    '/about/',
    '/posts/',
    '/posts/a-b.html',
    '/posts/bun.html',
    '/posts/sub/',
    '/posts/sub/cc.html',
    '/u/v/',
    '/tags/x/',
  ])
})

test('capitals may stay, and accents go', () => {
  const urls = { keepCase: true }
  expect(urlOf('Posts/A B.md', '', { urls })).toBe('/Posts/A-B/')
  expect(urlOf('Posts/S.md', 'slug: MySlug', { urls })).toBe('/Posts/MySlug/')
  const permalinks = { posts: '/Tx/:section/:contentbasename/:title/' }
  expect(urlOf('Posts/A B.md', 'title: Ti Tle', { urls: { ...urls, permalinks } })).toBe(
    '/Tx/posts/A-B/Ti-Tle/',
  )
  const plain = { urls: { removeAccents: true } }
  expect(urlOf('é/Ünï é.md', '', plain)).toBe('/e/uni-e/')
  expect(urlOf('posts/s.md', 'slug: Éa', plain)).toBe('/posts/ea/')
  expect(urlOf('posts/ø.md', '', plain)).toBe('/posts/ø/')
  expect(urlOf('posts/u.md', 'url: /é/', plain)).toBe('/é/')
})

test('an address lies below its language, unless a url begins with a slash', () => {
  const french = configOf({ languages: { en: { weight: 1 }, fr: { weight: 2 } } }).translations[0]
  if (!french) throw new TypeError('there are two languages')
  const urls = ['', 'slug: S', 'url: rel', 'url: /abs'].map(
    (matter) => pageOf('posts/a.fr.md', `---\n${matter}\n---\n`, french).url,
  )
  expect(urls).toEqual(['/fr/posts/a/', '/fr/posts/s/', '/fr/rel/', '/abs/'])
})
