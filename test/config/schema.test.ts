import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createLiteralSource } from '../../src/config/config-source.ts'
import { explainIssue } from '../../src/config/explain-issue.ts'
import { schema } from '../../src/config/schema.ts'
import type { UserConfig } from '../../src/config/user-config.ts'

const issuesOf = (config: unknown) => v.safeParse(schema, config).issues ?? []

/** `message | hint` of each mistake. */
const told = (config: unknown) =>
  issuesOf(config).map((issue) => {
    const { message, hint } = explainIssue(issue, createLiteralSource('inkseal.config.ts', ''))
    return `${message.replace("Cannot use the config's ", '')} | ${hint}`
  })

const whole: UserConfig = {
  site: {
    url: 'https://example.org',
    title: 'T',
    description: '',
    language: 'pt-BR',
    timeZone: 'Europe/Berlin',
    author: 'A',
    copyright: '© A',
  },
  languages: {
    en: { name: 'English', locale: 'en-GB', weight: 1, direction: 'ltr', title: 'T', params: { a: 1 } },
    'pt-BR': {
      contentDir: 'content/pt',
      disabled: true,
      description: 'D',
      timeZone: 'UTC',
      author: 'B',
      copyright: '',
      menu: [{ name: 'X' }],
      menus: { footer: [] },
      sectionPagesMenu: 'main',
      mainSections: ['posts'],
      taxonomies: {},
      urls: { ugly: true },
      pagination: { path: 'pagina' },
      feeds: { size: 5 },
      outputs: { home: ['html'] },
      disable: ['rss'],
      sitemap: { priority: 1 },
      cascade: [],
      dates: { date: ['date'] },
      titles: { style: 'none' },
      related: { threshold: 1 },
      hasCjk: true,
      markdown: { emoji: true },
    },
  },
  defaultLanguage: 'en',
  defaultLanguageInSubfolder: true,
  theme: 'folio',
  menu: [{ title: 'A', url: '/a/' }],
  menus: {
    main: [
      {
        name: 'A',
        title: 'tooltip',
        pageRef: '/a',
        identifier: 'a',
        parent: 'b',
        weight: -1,
        pre: '',
        post: '<b>',
        params: { icon: 'x' },
      },
    ],
  },
  sectionPagesMenu: 'main',
  mainSections: ['posts', 'notes'],
  taxonomies: { tag: 'tags' },
  urls: {
    permalinks: {
      posts: '/:year/:06/:sections[1:]/:sectionslugs[last]/:slug/',
      page: { docs: '/d/:contentbasename/' },
      term: { tags: '/t/:slug/' },
    },
    rules: [{ pattern: '/:slugorcontentbasename/', kind: 'page', path: '/posts/**' }],
    ugly: { posts: true },
    keepCase: true,
    removeAccents: true,
    aliasPages: false,
    languageRedirect: false,
  },
  pagination: { size: 1, path: 'page' },
  feeds: { size: 1, names: { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }, content: 'summary' },
  outputs: {
    home: ['html', 'rss', 'atom', 'json'],
    section: [],
    page: ['html', 'markdown'],
    taxonomy: ['html'],
    term: ['rss'],
  },
  disable: ['home', 'robotsTXT', 'RSS', '404'],
  sitemap: { name: 'map.xml', changeFrequency: 'weekly', priority: 0.5 },
  llms: true,
  cards: false,
  cascade: [{ target: { path: '/a/**' }, banner: 'x' }],
  dates: {
    date: [':filename', ':default'],
    lastmod: [':git'],
    publishDate: ['publishDate'],
    expiryDate: ['end'],
  },
  folders: {
    content: 'text',
    static: ['static', { from: 'files', to: 'downloads' }],
    data: 'd',
    i18n: 'i',
    archetypes: 'a',
  },
  ignore: ['**/*.bak', /\.tmp$/],
  titles: { style: 'chicago', capitalizeLists: false, pluralizeLists: false },
  related: {
    threshold: 80,
    includeNewer: true,
    toLower: true,
    indices: [
      {
        name: 'tags',
        weight: 80,
        type: 'fragments',
        pattern: '2006',
        toLower: true,
        cardinalityThreshold: 50,
      },
    ],
  },
  show: ['draft', 'future', 'expired'],
  brokenLinks: 'warning',
  missingLayouts: 'warning',
  hasCjk: false,
  markdown: {
    remarkPlugins: [],
    rehypePlugins: [],
    parser: 'remark',
    typographer: false,
    emoji: true,
    definitionLists: false,
    attributes: { headings: false, blocks: true },
    math: { block: [['$$', '$$']], inline: [['$', '$']] },
    wikilinks: true,
    rawHtml: false,
    hardWraps: true,
    headingIds: 'blackfriday',
    highlight: { lineNumbers: 'table', anchorLineNumbers: true, lineNumberStart: 0 },
    contents: { startLevel: 1, endLevel: 6, ordered: true },
    summaryLength: 30,
  },
  params: { anything: [() => 1] },
  server: { host: '127.0.0.1', httpPort: 8080, httpsPort: 8443 },
  acme: {
    agreeTos: true,
    directory: 'staging',
    names: ['example.org'],
    email: 'a@example.org',
    profile: 'shortlived',
    trustedRoot: 'root.pem',
  },
}

test('every key takes what it is for', () => {
  expect(told(whole)).toEqual([])
  expect(told({ markdown: { math: true, highlight: { lineNumbers: false } } })).toEqual([])
  expect(told({ urls: { ugly: true }, folders: { static: 'public-files' } })).toEqual([])
})

test('every key is known by its name alone', () => {
  const misspelt = Object.keys(whole).map((key) => ({ [`${key}s_`]: 1 }))
  expect(misspelt.map((config) => issuesOf(config).length)).toEqual(misspelt.map(() => 1))
  for (const config of [
    { languages: { en: { titel: 'x' } } },
    { menus: { main: [{ name: 'a', utl: '/' }] } },
  ]) {
    expect(told(config)).toHaveLength(1)
  }
})

const wrong: readonly (readonly [unknown, string])[] = [
  [
    { languages: { en: { titel: 'x' } } },
    'Cannot use the config key "languages.en.titel": it has no meaning | Did you mean "languages.en.title"?',
  ],
  [
    { languages: { en: { urls: { uggly: true } } } },
    'Cannot use the config key "languages.en.urls.uggly": it has no meaning | Did you mean "languages.en.urls.ugly"?',
  ],
  [
    { menus: { main: [{ name: 'a', utl: '/' }] } },
    'Cannot use the config key "menus.main.0.utl": it has no meaning | Did you mean "menus.main.0.url"?',
  ],
  [
    { markdown: { math: { blok: [] } } },
    'Cannot use the config key "markdown.math.blok": it has no meaning | Did you mean "markdown.math.block"?',
  ],
  [
    { languages: { 'not a language': {} } },
    '"languages.not a language": it is "not a language" | It must be a language tag, such as en or pt-BR',
  ],
  [{ languages: ['en'] }, '"languages": it is a list, where an object is expected | Write an object there'],
  [{ menu: [{ url: '/x/' }] }, '"menu.0": it is not complete | Give it a `name`'],
  [
    { urls: { permalinks: { posts: '/:yeer/:slug/' } } },
    '"urls.permalinks.posts": it is "/:yeer/:slug/" | It has a token ":yeer"; did you mean ":year"?',
  ],
  [
    { urls: { permalinks: { page: { posts: '/:title[1]/' } } } },
    '"urls.permalinks.page.posts": it is "/:title[1]/" | It has a token ":title[1]"; did you mean ":title"?',
  ],
  [
    { urls: { permalinks: { pages: { posts: '/:slug/' } } } },
    '"urls.permalinks.pages": it is an object | Patterns by section stand below a kind: page, section, taxonomy, term',
  ],
  [
    { urls: { ugly: 'yes' } },
    '"urls.ugly": it is "yes", where true or false is expected | Write true or false there',
  ],
  [
    { urls: { ugly: { posts: 1 } } },
    '"urls.ugly.posts": it is 1, where true or false is expected | Write true or false there',
  ],
  [{ pagination: { size: 1.5 } }, '"pagination.size": it is 1.5 | It must be a whole number'],
  [
    { pagination: { path: 'a/b' } },
    '"pagination.path": it is "a/b" | It must be a name alone, without a folder',
  ],
  [{ feeds: { content: 'half' } }, '"feeds.content": it is "half" | It must be "full" or "summary"'],
  [
    { outputs: { home: ['amp'] } },
    '"outputs.home.0": it is "amp" | It must be "html", "rss", "atom", "json", or "markdown"',
  ],
  [
    { disable: ['pages'] },
    '"disable.0": it is "pages" | It must be one of home, section, page, taxonomy, term, rss, sitemap, robotsTXT, 404',
  ],
  [{ sitemap: { priority: 2 } }, '"sitemap.priority": it is 2 | It must be 0 to 1'],
  [{ cascade: [3] }, '"cascade.0": it is 3, where an object is expected | Write an object there'],
  [{ dates: { date: 'date' } }, '"dates.date": it is "date", where a list is expected | Write a list there'],
  [{ folders: { static: [{ from: 'x' }] } }, '"folders.static.0.to": it is missing | Add `to` there'],
  [{ ignore: [3] }, '"ignore.0": it is 3 | It must be a glob in quotes, or a regular expression'],
  [{ show: ['drafts'] }, '"show.0": it is "drafts" | It must be "draft", "future", or "expired"'],
  [
    { brokenLinks: false },
    '"brokenLinks": it is false, where a text in quotes is expected | Write a text in quotes there',
  ],
  [
    { markdown: { contents: { startLevel: 7 } } },
    '"markdown.contents.startLevel": it is 7 | It must be a level of headings, 1 to 6',
  ],
  [
    { markdown: { highlight: { lineNumbers: 'yes' } } },
    '"markdown.highlight.lineNumbers": it is "yes" | It must be false, "inline" or "table"',
  ],
  [{ related: { threshold: 200 } }, '"related.threshold": it is 200 | It must be 0 to 100'],
  [{ related: { indices: [{}] } }, '"related.indices.0.name": it is missing | Add `name` there'],
  [{ llms: 'yes' }, '"llms": it is "yes", where true or false is expected | Write true or false there'],
]

test.each(wrong)('of %j it is told', (config, expected) => {
  expect(told(config)).toEqual([expected])
})
