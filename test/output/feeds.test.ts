import { expect, test } from 'vitest'
import type { UserConfig } from '../../src/config/user-config.ts'
import { renderAll } from '../../src/markdown/render-all.ts'
import { plainText, withAbsoluteUrls } from '../../src/output/feeds/feed-text.ts'
import { feedWriter } from '../../src/output/feeds/feed-writer.ts'
import { listFeeds } from '../../src/output/feeds/list-feeds.ts'
import { siteOf } from './site-of.ts'

const post = (matter: string, body = '') => `---\ntitle: T\n${matter}\n---\n${body}`

async function feedsOf(content: Record<string, string>, user: UserConfig = {}) {
  const site = siteOf(content, user)
  const { rendered } = await renderAll({ site })
  const texts = listFeeds(site)
    .map(feedWriter({ site, rendered }))
    .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const)
  const feeds = new Map(texts)
  return { feeds, rss: feeds.get('index.xml') ?? '', json: JSON.parse(feeds.get('feed.json') ?? '{}') }
}

test('links become absolute, and text that looks like one stays', async () => {
  const { json } = await feedsOf({
    'posts/a.md': post(
      'date: 2026-01-01',
      '`<a href="y">` [l](/x?a=1&b=2) [here](#h) ![](p.png) [m](mailto:a@b.c)',
    ),
  })
  expect(json.items[0].content_html).toBe(
    '<p><code>&#x3C;a href="y"></code> <a href="https://example.org/x?a=1&#x26;b=2">l</a> ' +
      '<a href="https://example.org/posts/a/#h">here</a> <img src="https://example.org/posts/a/p.png" alt=""> ' +
      '<a href="mailto:a@b.c">m</a></p>',
  )
})

test('a poster becomes absolute, in HTML that no Markdown made too', () => {
  expect(
    withAbsoluteUrls('<video poster="/p.png" title=\'src="q"\'></video>', 'https://example.org/a/'),
  ).toBe('<video poster="https://example.org/p.png" title="src=&#x22;q&#x22;"></video>')
})

test.each([
  ["<a href='/x'>", '<a href="https://example.org/x"></a>'],
  ['<a href=x>', '<a href="https://example.org/a/x"></a>'],
  ['<a HREF = "#h">', '<a href="https://example.org/a/#h"></a>'],
  ['<a href="">', '<a href="https://example.org/a/">'],
  ['<a title="x href=" href="y">z</a>', '<a title="x href=" href="https://example.org/a/y">z</a>'],
  ['<a href="/a//b?c=1&#x26;d=&#x22;">', '<a href="https://example.org/a//b?c=1&#x26;d=%22">'],
  ['<a href="/../x/./y">', '<a href="https://example.org/x/y">'],
  ['<a href="//cdn.example/x">', '<a href="https://cdn.example/x">'],
  ['<a href="/&eacute;">', '<a href="https://example.org/%C3%A9"></a>'],
  ['<!-- <a href="x"> -->', '<!-- <a href="x"> -->'],
  ['<script>"<a href=\'x\'>"</script>', '<script>"<a href=\'x\'>"</script>'],
  ['<a href="mailto:a@b.c">', '<a href="mailto:a@b.c">'],
  ['<code>a</code>', '<code>a</code>'],
])('however an attribute is written: %s', (html, expected) => {
  expect(withAbsoluteUrls(html, 'https://example.org/a/')).toBe(expected)
})

test('a summary is plain text in JSON, and its HTML in RSS', async () => {
  const { json, rss } = await feedsOf({
    'posts/a.md': post('date: 2026-01-01', 'Tom & *Jerry* `<b>`\n\nNext'),
  })
  expect(json.items[0].summary).toBe('Tom & Jerry <b> Next')
  expect(rss).toContain('<description><![CDATA[Tom &amp; Jerry &lt;b> Next]]></description>')
})

test('text of HTML without elements is itself', () => {
  expect(plainText('a &amp; b')).toBe('a & b')
})

test('characters that XML cannot hold stay out of it', async () => {
  const { rss } = await feedsOf({
    'posts/a.md': post('date: 2026-01-01\ndescription: "d\\x01\\ufffe!"', 'a\u0001\u000b\tb'),
  })
  expect(rss).toContain('<![CDATA[d!]]>')
  expect(rss).toContain('<p>a\tb</p>')
})

test('what ends a section of XML is parted each time, and a reference that is written is text', async () => {
  const { rss } = await feedsOf(
    { 'posts/a.md': post('date: 2026-01-01', '<p>]]> ]]></p>') },
    { site: { title: 'S &amp; T' } },
  )
  expect(rss).not.toMatch(/\]\]>[^<\]]*\]\]>/)
  expect(rss).toContain('<title>S &amp;amp; T</title>')
})

test('a name in a feed of summaries has its namespace', async () => {
  const { rss } = await feedsOf(
    { 'posts/a.md': post('date: 2026-01-01\nauthor: Grace', 'Text') },
    { feeds: { content: 'summary' } },
  )
  expect(rss).toContain('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  expect(rss).toContain('<dc:creator>Grace</dc:creator>')
})

test('what is not published yet, or not any more, is in no feed', async () => {
  const { feeds } = await feedsOf({
    'posts/draft.md': post('date: 2026-01-01\ntags: [x]\ndraft: true'),
    'posts/future.md': post('date: 2030-01-01\ntags: [x]'),
    'posts/expired.md': post('date: 2026-01-01\ntags: [x]\nexpiryDate: 2026-01-02'),
    'posts/there.md': post('date: 2026-01-01\ntags: [x]'),
  })
  expect([...feeds.keys()].sort()).toEqual([
    'categories/feed.json',
    'categories/index.xml',
    'feed.json',
    'index.xml',
    'posts/feed.json',
    'posts/index.xml',
    'tags/feed.json',
    'tags/index.xml',
    'tags/x/feed.json',
    'tags/x/index.xml',
  ])
  for (const [name, text] of feeds) {
    // Those of the taxonomies themselves tell of new terms.
    if (!/^(tags|categories)\/[^/]+$/.test(name)) expect(text).toContain('/posts/there/')
    expect(text).not.toMatch(/posts\/(draft|future|expired)/)
  }
})

test('the address of a post is encoded', async () => {
  const { json } = await feedsOf({ 'posts/c#.md': post('date: 2026-01-01') })
  expect(json.items[0].url).toBe('https://example.org/posts/c%23/')
})

test('sources of an image become absolute, each with what is said of it', () => {
  const html = '<img srcset="/a.png 1x, b,c.png 2x,https://cdn.example/d.png 3x">'
  expect(withAbsoluteUrls(html, 'https://example.org/a/')).toBe(
    '<img srcset="https://example.org/a.png 1x, https://example.org/a/b,c.png 2x, https://cdn.example/d.png 3x">',
  )
})

const all = ['rss', 'atom', 'json'] as const

test('Atom has what RFC 4287 asks for, and its titles are HTML', async () => {
  const { feeds } = await feedsOf(
    { 'posts/a.md': post('date: 2026-01-01\ntags: ["<b>"]\nauthor: Grace', 'Text').replace('T', '"1 < 2"') },
    { outputs: { home: all } },
  )
  const atom = feeds.get('atom.xml') ?? ''
  for (const part of [
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<id>https://example.org/</id>',
    '<updated>2026-01-01T00:00:00.000Z</updated>',
    '<name>S</name>',
    '<link rel="self" href="https://example.org/atom.xml"/>',
    '<title type="html"><![CDATA[1 &lt; 2]]></title>',
    '<name>Grace</name>',
    'term="&lt;B>"',
  ])
    expect(atom).toContain(part)
})

test('a feed of summaries holds no posts', async () => {
  const content = { 'posts/a.md': post('date: 2026-01-01\ndescription: Tom & <Jerry>', 'The whole text') }
  const { feeds, rss, json } = await feedsOf(content, {
    feeds: { content: 'summary' },
    outputs: { home: all },
  })
  expect([...feeds.values()].join()).not.toContain('The whole text')
  expect(rss).toContain('<description><![CDATA[Tom &amp; &lt;Jerry>]]></description>')
  expect(json.items[0].content_html).toBe('Tom &amp; &lt;Jerry>')
})

test('a feed is in the order of time, and no longer than the config says', async () => {
  const content = {
    'posts/a.md': post('date: 2026-01-01\nweight: 1'),
    'posts/b.md': post('date: 2026-01-03'),
    'posts/c.md': post('date: 2026-01-02'),
  }
  const { json } = await feedsOf(content, { feeds: { size: 2 } })
  expect(json.items.map(({ url }: { url: string }) => url)).toEqual([
    'https://example.org/posts/b/',
    'https://example.org/posts/c/',
  ])
})

test('the feed of a taxonomy tells of its terms, when their pages are news', async () => {
  const content = {
    'posts/a.md': post('date: 2026-01-01\ntags: [ink, wax]'),
    'posts/b.md': post('date: 2026-01-03\ntags: [wax]'),
  }
  const { feeds } = await feedsOf(content)
  const { items } = JSON.parse(feeds.get('tags/feed.json') ?? '')
  expect(items.map(({ url, date_published }: Record<string, string>) => [url, date_published])).toEqual([
    ['https://example.org/tags/wax/', '2026-01-03T00:00:00.000Z'],
    ['https://example.org/tags/ink/', '2026-01-01T00:00:00.000Z'],
  ])
})

test('a page has a feed where it asks for one, and none is made where feeds are switched off', async () => {
  const content = { 'posts/a.md': post('date: 2026-01-01\noutputs: [html, rss]', 'Text') }
  expect([...(await feedsOf(content)).feeds.keys()]).toContain('posts/a/index.xml')
  expect((await feedsOf(content, { disable: ['RSS'] })).feeds.size).toBe(0)
})

test('what is not published is in a feed only where the config itself shows it, as with Hugo’s `buildFuture`', async () => {
  const content = { 'posts/a.md': post('date: 2026-01-01'), 'posts/later.md': post('date: 2100-01-01') }
  const count = async (user: UserConfig) => (await feedsOf(content, user)).json.items.length
  expect([await count({}), await count({ show: ['draft'] }), await count({ show: ['future'] })]).toEqual([
    1, 1, 2,
  ])
})
