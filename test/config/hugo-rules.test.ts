import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeName } from '../../src/base/format-diagnostic.ts'
import { SiteError } from '../../src/base/site-error.ts'
import type { Config } from '../../src/config/config.ts'
import { hugoRules } from '../../src/config/hugo/hugo-rules.ts'
import { loadConfig } from '../../src/config/load-config.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-rules-'))
})
afterEach(() => rm(root, { recursive: true }))

type Files = Readonly<Record<string, string>>

async function load(files: Files | string): Promise<Config> {
  const all = typeof files === 'string' ? { 'hugo.toml': files } : files
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text)
  }
  return loadConfig(root)
}

/** What is told of a config that cannot be used: message and place. */
async function told(files: Files | string) {
  const error = await load(files).catch((cause: unknown) => cause)
  if (!(error instanceof SiteError)) throw error
  return error.diagnostics.map(({ message, place }) => [message, place && placeName(place)])
}

const relative = (config: Config, dir: string) => path.relative(config.root, dir)

test('the table [inkseal] holds what Hugo has no keys for, and goes over the rest', async () => {
  const config = await load(`
    baseURL = 'https://example.org/'
    title = 'From Hugo'
    [inkseal]
    llms = true
    site = { title = 'From the table' }
    [inkseal.acme]
    agreeTos = true
    [inkseal.markdown]
    wikilinks = true
    [markup.goldmark.renderer]
    hardWraps = true
  `)
  expect(config.site.title).toBe('From the table')
  expect(config.acme?.names).toEqual(['example.org'])
  expect([config.llms, config.markdown.wikilinks, config.markdown.hardWraps]).toEqual([true, true, true])
  expect(config.brokenLinks).toBe('warning')
  expect(config.warnings).toEqual([])
})

test('[inkseal] may be a file of config/_default, and spread over several', async () => {
  const config = await load({
    'config/_default/hugo.yaml': 'baseURL: https://example.org/\nInkseal:\n  llms: true\n',
    'config/_default/inkseal.toml': 'cards = false\n',
    'config/production/inkseal.toml': '[server]\nhttpPort = 81\n',
  })
  expect([config.llms, config.cards, config.server.httpPort]).toEqual([true, 0, 81])
})

test('an inkseal.config.ts beside a Hugo config wins', async () => {
  const config = await load({
    'hugo.toml': "title = 'Hugo'\n",
    'inkseal.config.mjs': "export default { site: { title: 'Inkseal' } }\n",
  })
  expect(config.site.title).toBe('Inkseal')
})

test('what Hugo itself reads no more is as if it were not there, and is told', async () => {
  const { pagination, warnings } = await load("title = 'T'\nPaginate = 3\npaginatePath = 'seite'\n")
  expect(pagination).toEqual({ size: 10, path: 'page' })
  expect(warnings.map(({ message, hint, place }) => [message, hint, place?.line])).toEqual([
    [
      'Cannot go by Paginate: Hugo does not read it any more, so that lists are as if it were not there',
      'Call it pagination.pagerSize',
      2,
    ],
    [expect.stringContaining('paginatePath'), 'Call it pagination.path', 3],
  ])
})

test('a theme of the site is taken, another only named', async () => {
  const own = await load({ 'hugo.toml': "theme = ['ananke', 'plain']\n", 'themes/plain/theme.ts': '' })
  expect([own.theme, own.warnings]).toEqual(['plain', []])
  const foreign = await load("theme = 'ananke'\n")
  expect([foreign.theme, foreign.warnings.map(({ code }) => code)]).toEqual(['folio', ['config/hugo-theme']])
  const chosen = await load("theme = 'ananke'\n[inkseal]\ntheme = 'plain'\n")
  expect([chosen.theme, chosen.warnings]).toEqual(['plain', []])
})

test('the author is a name, or has one; the params go over the old key', async () => {
  expect((await load("author = { name = 'A' }")).site.author).toBe('A')
  expect((await load("author = 'A'\n[params.author]\nname = 'B'")).site.author).toBe('B')
  expect((await load('[params.author]\nemail = "x"')).site.author).toBeUndefined()
})

test('the params keep their spelling, and say what the site is about', async () => {
  const config = await load("[params]\nDescription = 'D'\nShowToc = true\n[params.Social]\nGitHub = 'x'\n")
  expect(config.params).toEqual({ Description: 'D', ShowToc: true, Social: { GitHub: 'x' } })
})

test('the main sections may be said among the params, in any case', async () => {
  expect((await load("[params]\nmainSections = ['post', 'news']\n")).mainSections).toEqual(['post', 'news'])
  expect((await load("mainSections = ['a']\n[params]\nMainsections = ['b']\n")).mainSections).toEqual(['a'])
  expect((await load("[params.Author]\nName = 'B'\n")).site.author).toBe('B')
})

test('YAML may share values by anchors', async () => {
  const text = 'params:\n  a: &a {x: 1}\n  b:\n    <<: *a\n    y: 2\n'
  expect((await load({ 'hugo.yml': text })).params.b).toEqual({ x: 1, y: 2 })
  expect(await told({ 'hugo.yml': 'params: {a: *none}\n' })).toEqual([
    [
      'Cannot read the config as YAML: Unresolved alias (the anchor must be set before the alias): none',
      'hugo.yml:1:1',
    ],
  ])
})

test('broken files are told where they break', async () => {
  expect(await told({ 'hugo.json': '{\n  "title": "x",\n  "params" 3\n}\n' })).toHaveLength(1)
  expect((await told({ 'hugo.json': '{\n  "title": "x",\n}\n' }))[0]?.[1]).toMatch(/^hugo\.json:\d/)
  expect(await told({ 'hugo.yml': '- a\n' })).toEqual([
    ['Cannot read the config as YAML: it does not hold keys', 'hugo.yml:1:1'],
  ])
  expect((await told({ 'hugo.toml': '\uFEFFtitle = "x"\n[a\n' }))[0]?.[1]).toBe('hugo.toml:2:3')
})

test('a mount gives a language its folder, and static files theirs', async () => {
  const config = await load(`
    [languages.en]
    [languages.fr]
    [[module.mounts]]
    source = 'c/en'
    target = 'content'
    lang = 'en'
    [[module.mounts]]
    source = 'c/fr'
    target = 'content'
    [module.mounts.sites.matrix]
    languages = ['fr']
    [[module.mounts]]
    source = 'static'
    target = 'static'
    [[module.mounts]]
    source = 'downloads'
    target = 'static/files/'
    [[module.mounts]]
    source = 'node_modules/x'
    target = 'assets'
  `)
  expect([config, ...config.translations].map((one) => relative(one, one.contentDir))).toEqual([
    'c/en',
    'c/fr',
  ])
  expect(config.statics.map(({ dir, at }) => [relative(config, dir), at])).toEqual([
    ['static', ''],
    ['downloads', 'files'],
  ])
  expect(config.warnings.map(({ hint }) => hint)).toEqual([
    'Keep for Hugo, or take out: module.mounts (line 19)',
  ])
})

test('permalinks as a list are rules, each language’s own', async () => {
  const config = await load(`
    [languages.en]
    [languages.fr]
    [[permalinks]]
    pattern = '/artikel/:slug/'
    target = { path = '{/articles/**}', lang = 'fr' }
    [[permalinks]]
    pattern = '/:slug/'
    target = { kind = 'Page' }
  `)
  expect([config, ...config.translations].map(({ urls }) => urls.rules)).toEqual([
    [{ pattern: '/:slug/', kind: 'page', path: undefined }],
    [
      { pattern: '/artikel/:slug/', kind: undefined, path: '{/articles/**}' },
      { pattern: '/:slug/', kind: 'page', path: undefined },
    ],
  ])
})

test('feeds are found by their media types', async () => {
  const config = await load(`
    [outputs]
    home = ['HTML', 'RSS', 'Atom', 'jsonfeed', 'calendar']
    page = 'HTML'
    [outputFormats.Atom]
    mediaType = 'application/atom+xml'
    [outputFormats.jsonfeed]
    mediaType = 'application/feed+json'
    baseName = 'feed'
    [mediaTypes.'application/atom+xml']
    suffixes = ['atom']
  `)
  expect(config.outputs.home).toEqual(['html', 'rss', 'atom', 'json'])
  expect(config.outputs.page).toEqual(['html'])
  expect(config.outputs.term).toEqual(['html', 'rss'])
  expect(config.feeds.names).toEqual({ rss: 'index.xml', atom: 'index.atom', json: 'feed.json' })
  expect(config.warnings.map(({ hint }) => hint)).toEqual([
    'Keep for Hugo, or take out: outputs.home "calendar"',
  ])
})

test('languages may be disabled by a list, in any case but the default one', async () => {
  const config = await load("disableLanguages = ['fr']\n[languages.en]\n[languages.FR]\n")
  expect([config.languages.length, config.disabledLanguages]).toEqual([1, ['fr']])
  expect(await told("disableLanguages = ['en']\n[languages.en]\n[languages.fr]\n")).toEqual([
    ['Cannot build the site in its default language: "en" is disabled', 'hugo.toml:1:1'],
  ])
})

test('files to ignore are expressions of Go’s', async () => {
  const { ignorePatterns } = await load("ignoreFiles = ['\\.bak$', '(?i)draft']")
  expect(ignorePatterns).toEqual([/\.bak$/, /draft/i])
  expect(await told("ignoreFiles = ['(']")).toEqual([
    ['Cannot use the config\'s "ignoreFiles": "(" is not a regular expression', 'hugo.toml:1:1'],
  ])
})

test('no limit is written -1, and robots.txt can be left out', async () => {
  const config = await load(
    'enableRobotsTXT = false\ndisableKinds = ["taxonomyTerm", "foo"]\n[services.rss]\nlimit = -1\n',
  )
  expect([...config.disabled].sort()).toEqual(['robotstxt', 'taxonomy'])
  expect(config.feeds.size).toBe(Number.MAX_SAFE_INTEGER)
})

test('raw HTML passes unless the config says no', async () => {
  expect((await load('')).markdown.rawHtml).toBe(true)
  expect((await load('markup.goldmark.renderer.unsafe = false')).markdown.rawHtml).toBe(false)
})

test('mistakes are told in the file that has the last word', async () => {
  const files = {
    'hugo.toml': 'timeZone = "UTC"\n',
    'config/_default/hugo.json': '{\n  "TimeZone": "Nowhere"\n}\n',
    'config/production/params.yaml': '# nothing\n',
    'config/production/menus.fr.yaml': 'menus:\n  main:\n  - name: A\n    weight: [1]\n',
  }
  expect(await told(files)).toEqual([
    ['Cannot use the config\'s "TimeZone": it is "Nowhere"', 'config/_default/hugo.json:2:3'],
    [
      'Cannot use the config\'s "languages.fr.menus.main.0.weight": it is a list, where a number is expected',
      'config/production/menus.fr.yaml:4:5',
    ],
  ])
})

const everyKey = [...new Set(hugoRules.map(({ from }) => from)), 'languages.en.title', 'theme', 'inkseal']
const isAbove = (key: string) => everyKey.some((other) => other.startsWith(`${key}.`))
const kinds =
  '3 -1 "" "x" true null [] [3] [[]] ["x"] {} {"x":[{}]} [{}] 2026-01-01 {"en":{"weight":[]}} [{"name":3}]'.split(
    ' ',
  )

test.each(kinds)('keys whose value is %s end in a config or in diagnostics with a place', async (kind) => {
  const own = everyKey.map((key) => [
    key,
    `${key.split('.').reduceRight((inner, name) => `{"${name}": ${inner}}`, kind)}`,
  ])
  const trees = [
    // YAML takes no key twice: each key of several levels has a file of its own in config/_default.
    own.filter(([key = '']) => !isAbove(key)),
    own.filter(([key = '']) => isAbove(key)),
  ]
  for (const tree of trees) {
    await rm(path.join(root, 'config'), { recursive: true, force: true })
    const files = Object.fromEntries(
      tree.map(([, text = ''], index) => [`config/_default/${index}/hugo.yaml`, text] as const),
    )
    const outcome = await load(files).catch((cause: unknown) => cause)
    if (!(outcome instanceof Error)) continue
    if (!(outcome instanceof SiteError)) throw outcome
    for (const { message, place } of outcome.diagnostics) {
      expect(`${message} ${place?.path} ${place?.line}`).toMatch(/^Cannot .* config\/_default\/.* \d+$/)
    }
  }
})

test('what is wrong with the value of a key is told', async () => {
  const wrong =
    'title: []\nmenus: 3\npagination: {pagerSize: x}\ntaxonomies: [a]\nuglyURLs: {a: x}\ncascade: x\noutputs: {home: 3}\n'
  expect((await told({ 'hugo.yaml': wrong })).map(([message]) => message)).toEqual([
    'Cannot use the config\'s "title": it is a list, where a text in quotes is expected',
    'Cannot use the config\'s "menus": it is 3, where an object is expected',
    'Cannot use the config\'s "taxonomies": it is a list, where an object is expected',
    'Cannot use the config\'s "uglyURLs.a": it is "x", where true or false is expected',
    'Cannot use the config\'s "pagination.pagerSize": it is "x", where a number is expected',
    'Cannot use the config\'s "outputs.home": it is 3, where a list is expected',
    'Cannot use the config\'s "cascade": it is "x", where a list is expected',
  ])
})
