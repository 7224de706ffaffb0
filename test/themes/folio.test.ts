import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Entry, Head, HeadingView, PageView, SiteView } from 'inkseal/theme'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { renderLayout } from '../../src/theme/render-layout.ts'
import type { Theme } from '../../src/theme/theme.ts'

let root: string
let theme: Theme

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'folio-'))
  theme = await loadTheme({ root, name: 'folio', version: 'test' })
})

afterAll(() => rm(root, { recursive: true, force: true }))

describe('every layout', () => {
  const names = ['home', 'page', 'list', 'terms', '404'] as const

  test.each(names)('%s is one document with its landmarks and one heading of the first level', (name) => {
    const html = renderSample(name)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/i)
    for (const opening of ['<header class="site-header">', '<main id="main"', '<footer class="site-footer">'])
      expect(html.split(opening)).toHaveLength(2)
    expect(html.match(/<h1\b/g)).toHaveLength(1)
    expect(html).toContain('<a class="skip" href="#main">')
  })

  test.each(names)('%s needs no inline style, script or handler, so that a strict CSP holds', (name) => {
    const html = renderSample(name)
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
    expect(html.match(/<script[^>]*>[^<]*/g)).toEqual([
      '<script type="module" async src="/assets/main-1.js">',
    ])
  })
})

describe('a page', () => {
  test('shows its dates in the site’s language and zone, for machines as well', () => {
    const html = renderSample('page', {
      site: { language: 'de', timeZone: 'Asia/Tokyo' },
      page: { date: new Date('2026-11-12T16:00:00Z'), updated: new Date('2026-11-20T00:00:00Z') },
    })
    expect(html).toContain('<time datetime="2026-11-12T16:00:00.000Z">13. November 2026</time>')
    expect(html).toContain('Updated <time datetime="2026-11-20T00:00:00.000Z">20. November 2026</time>')
  })

  test('has no line of dates where it has no date', () => {
    expect(renderSample('page', { page: { date: undefined } })).not.toContain('<time')
  })

  test('is written from the right where its language is', () => {
    expect(renderSample('page', { site: { language: 'ar' } })).toContain('<html lang="ar" dir="rtl">')
    expect(renderSample('page', { site: { language: 'az-Arab' } })).toContain('dir="rtl"')
  })

  test('lists its contents from three headings on, nested, and not deeper than two levels', () => {
    const headings = [heading(2, 'a'), heading(3, 'b'), heading(4, 'c'), heading(2, 'd')]
    expect(renderSample('page', { page: { headings: headings.slice(0, 3) } })).not.toContain(
      'class="contents"',
    )
    expect(renderSample('page', { page: { headings } })).toContain(
      '<ol><li><a href="#a"><span><em>a</em></span></a><ol><li><a href="#b"><span><em>b</em></span></a></li></ol></li>' +
        '<li><a href="#d"><span><em>d</em></span></a></li></ol>',
    )
  })

  test('leaves no gap in the order of headings where its text begins at the third level', () => {
    const levels = (headings: readonly HeadingView[]) =>
      renderSample('page', { page: { headings, html: '' } }).match(/<h[1-6]/g)
    expect(levels([heading(3, 'a')])).toEqual(['<h1', '<h2'])
    expect(levels([heading(2, 'a')])).toEqual(['<h1'])
  })

  test('wears a badge unless it is published', () => {
    expect(renderSample('page')).not.toContain('badge')
    expect(renderSample('page')).not.toMatch(/\s<\/h1>/)
    expect(renderSample('list')).not.toMatch(/\s<\/h2>/)
    for (const [state, name] of [
      ['draft', 'Draft'],
      ['future', 'Scheduled'],
      ['expired', 'Expired'],
    ] as const)
      expect(renderSample('page', { page: { state } })).toContain(` <span class="badge">${name}</span></h1>`)
  })

  test('escapes what is text and prints what is HTML', () => {
    const html = renderSample('page', { page: { title: 'a < b & "c"', html: '<p>one <b>two</b></p>' } })
    expect(html).toContain('<h1>a &lt; b &amp; &quot;c&quot;</h1>')
    expect(html).toContain('<div class="prose"><p>one <b>two</b></p></div>')
  })

  test('leads to the older and the newer post, and to its tags', () => {
    const html = renderSample('page')
    expect(html).toContain('<a class="older" href="/posts/old/" rel="prev">')
    expect(html).toContain('<a class="newer" href="/posts/new/" rel="next">')
    expect(html).toContain('<a href="/tags/ink/" rel="tag">ink</a>')
  })
})

describe('a list', () => {
  test('shows an entry’s description, else its summary and a link to the rest', () => {
    const described = renderSample('list')
    expect(described).toContain('<p>About ink</p>')
    expect(described).not.toContain('Read on')
    const summed = renderSample('list', { entry: { description: undefined } })
    expect(summed).toContain('<div class="prose"><p>Summed up</p></div>')
    expect(summed).toContain('Read on<span class="sr-only">: On ink</span>')
  })

  test('leads to the pages before and after it', () => {
    const html = renderSample('list')
    expect(html).toContain('<a href="/posts/" rel="prev">Newer posts</a>')
    expect(html).toContain('<a href="/posts/page/3/" rel="next">Older posts</a>')
  })

  test('offers the site’s feeds at its foot, each once', () => {
    const footer = renderSample('list').split('<footer class="site-footer">')[1]
    expect(footer?.match(/index\.xml|feed\.json/g)).toEqual(['index.xml', 'feed.json'])
    expect(footer).toContain('href="/index.xml"')
  })
})

test('the front page names the site once where its own title does so', () => {
  expect(renderSample('home', { page: { title: 'Folio' } })).toContain('<span class="sr-only">Folio</span>')
  expect(renderSample('home', { page: { title: 'Welcome' } })).toContain('<span>Folio</span>')
})

describe('the head', () => {
  const published = new Date('2026-11-12T00:00:00Z')

  test('says what a link to the page is shown with', () => {
    const html = renderSample('page', {
      head: {
        locale: 'en_GB',
        image: { url: 'https://example.org/c.png', alt: 'On ink', width: 1200, height: 630 },
        article: { published, modified: undefined, author: 'Grace', section: 'Posts', tags: ['ink', 'wax'] },
      },
    })
    for (const [name, content] of [
      ['og:locale', 'en_GB'],
      ['og:image', 'https://example.org/c.png'],
      ['og:image:width', '1200'],
      ['og:image:alt', 'On ink'],
      ['article:published_time', '2026-11-12T00:00:00.000Z'],
      ['article:section', 'Posts'],
      ['article:tag', 'wax'],
    ])
      expect(html).toContain(`<meta property="${name}" content="${content}"/>`)
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>')
    expect(html).toContain('<meta name="author" content="Grace"/>')
  })

  test('has the page’s other forms and languages, and data that is no script', () => {
    const html = renderSample('page', {
      head: {
        alternates: [{ language: 'fr', url: 'https://example.org/fr/' }],
        markdown: '/posts/ink/index.md',
        data: '{"a":"\\u003c/script>"}',
      },
    })
    expect(html).toContain('<link rel="alternate" hreflang="fr" href="https://example.org/fr/"/>')
    expect(html).toContain('<link rel="alternate" type="text/markdown" href="/posts/ink/index.md"/>')
    expect(html).toContain('<script type="application/ld+json">{"a":"\\u003c/script>"}</script>')
  })
})

describe('other languages', () => {
  const languages = [
    { title: 'Folio', url: '/', name: 'English', language: 'en', isCurrent: true },
    { title: 'Folio', url: '/fr/', name: 'Français', language: 'fr', isCurrent: false },
    { title: 'Folio', url: '/de/', name: 'Deutsch', language: 'de', isCurrent: false },
  ]

  test('are at the foot: the page itself where it is translated, else the front page', () => {
    const translations = [
      { title: 'Encre', url: '/fr/encre/', name: 'Français', language: 'fr', isCurrent: false },
    ]
    const html = renderSample('page', { site: { languages }, page: { translations } })
    expect(html).toContain('<a href="/fr/encre/" lang="fr" hreflang="fr">Français</a>')
    expect(html).toContain('<a href="/de/" lang="de" hreflang="de">Deutsch</a>')
    expect(html).not.toContain('hreflang="en"')
  })

  test('change what Folio says by itself', () => {
    const html = renderSample('page', {
      site: { t: (key) => (key === 'folio_older' ? 'Plus ancien' : undefined) },
    })
    expect(html).toContain('<small>Plus ancien</small>')
    expect(html).toContain('<small>Newer</small>')
  })
})

test('a page ends with where to read on', () => {
  const html = renderSample('page', {
    page: {
      related: [{ ...entry, title: 'On wax', url: '/w/' }],
      backlinks: [{ title: 'On seals', url: '/s/' }],
    },
  })
  expect(html).toMatch(
    /On the same subject.*<a href="\/w\/">On wax<\/a>.*Linked from.*<a href="\/s\/">On seals<\/a>/,
  )
})

test('a menu entry that only holds others gives way to them', () => {
  const [posts] = site.menu
  if (!posts) throw new Error('the sample has a menu')
  const holder = {
    ...posts,
    title: 'More',
    url: '',
    children: [{ ...posts, title: 'Notes', url: '/notes/' }],
  }
  const html = renderSample('page', { site: { menu: [holder] } })
  expect(html).toContain('<a href="/notes/">Notes</a>')
  expect(html).not.toContain('>More</a>')
})

test('styles stay under 18 KB and scripts under 2 KB', () => {
  const size = (ending: string) =>
    theme.files
      .filter((file) => file.immutable && file.path.endsWith(ending))
      .reduce((sum, { bytes }) => sum + bytes.length, 0)
  expect(size('.css')).toBeGreaterThan(0)
  expect(size('.css')).toBeLessThan(18_000)
  expect(size('.js')).toBeGreaterThan(0)
  expect(size('.js')).toBeLessThan(2_000)
})

type Changes = {
  readonly site?: Partial<SiteView>
  readonly page?: Partial<PageView>
  readonly entry?: Partial<Entry>
  readonly head?: Partial<Head>
}

/** A layout with props that suit it: more than one layout takes is no harm to it. */
function renderSample(layout: string, changes: Changes = {}): string {
  const listed = { ...entry, ...changes.entry }
  const view = { ...page, ...(layout === 'home' && { kind: 'home', url: '/' }), ...changes.page }
  const props = {
    site: { ...site, ...changes.site },
    head: { ...head, ...changes.head },
    page: view,
    previous: { title: 'Old', url: '/posts/old/' },
    next: { title: 'New', url: '/posts/new/' },
    entries: [listed],
    pager: { number: 2, count: 3, previous: '/posts/', next: '/posts/page/3/' },
    terms: [{ title: 'ink', url: '/tags/ink/', count: 1 }],
  }
  return renderLayout(theme, { layout, props, page: 'content/posts/ink.md', root })
}

const heading = (depth: number, id: string): HeadingView => ({ depth, id, text: id, html: `<em>${id}</em>` })

function menuLink(title: string, url: string): SiteView['menu'][number] {
  const none = { tooltip: undefined, pre: undefined, post: undefined }
  return { title, url, identifier: title, ...none, params: {}, children: [] }
}

const site: SiteView = {
  title: 'Folio',
  description: 'Notes',
  url: 'https://example.org',
  language: 'en',
  timeZone: 'UTC',
  author: 'A. Writer',
  home: '/',
  direction: 'ltr',
  copyright: undefined,
  menu: [menuLink('Posts', '/posts/')],
  menus: {},
  languages: [{ title: 'Folio', url: '/', name: 'English', language: 'en', isCurrent: true }],
  t: () => undefined,
  data: {},
  taxonomies: [{ title: 'Tags', url: '/tags/' }],
  params: {},
}

const head: Head = {
  title: 'On ink · Folio',
  ownTitle: 'On ink',
  description: 'About ink',
  canonical: 'https://example.org/posts/ink/',
  type: 'article',
  robots: undefined,
  locale: 'en',
  image: undefined,
  article: undefined,
  alternates: [],
  markdown: undefined,
  data: '',
  styles: ['/assets/main-1.css'],
  scripts: ['/assets/main-1.js'],
  feeds: [
    { title: 'Posts', url: '/posts/index.xml', mediaType: 'application/rss+xml' },
    { title: 'Posts', url: '/posts/feed.json', mediaType: 'application/feed+json' },
    { title: 'Folio', url: '/index.xml', mediaType: 'application/rss+xml' },
    { title: 'Folio', url: '/feed.json', mediaType: 'application/feed+json' },
  ],
}

const entry: Entry = {
  title: 'On ink',
  url: '/posts/ink/',
  description: 'About ink',
  summary: '<p>Summed up</p>',
  truncated: true,
  date: new Date('2026-11-12T00:00:00Z'),
  updated: undefined,
  words: 400,
  minutes: 2,
  tags: [{ title: 'ink', url: '/tags/ink/' }],
  state: 'published',
}

const page: PageView = {
  ...entry,
  kind: 'page',
  type: 'posts',
  author: 'A. Writer',
  contents: [],
  terms: {},
  translations: [],
  related: [],
  backlinks: [],
  section: { title: 'Posts', url: '/posts/' },
  titleId: undefined,
  html: '<p>Text</p>',
  headings: [],
  params: {},
}
