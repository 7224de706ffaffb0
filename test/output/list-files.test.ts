import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestSite, testSite } from './build-files.ts'

const post = (title: string, matter: string, body: string) => `---\ntitle: ${title}\n${matter}---\n${body}\n`

const layout = (body: string, head = '') => `${head}export default function Layout(props: any) {
  return <html><body>{${body}}</body></html>
}
`

const frame = '[props.site.title, props.site.params.motto, props.site.menu.map((one: any) => one.title)]'
const html = '<div dangerouslySetInnerHTML={{ __html: props.page.html }} />'
const entries = 'props.entries.map((one: any) => [one.title, one.summary])'
const related = 'props.page.related.map((one: any) => one.title)'
const around = '[props.previous?.title, props.next?.title, props.page.tags.map((one: any) => one.title)]'

const pageLayout = layout(`[${frame}, props.page.title, ${html}, ${related}, ${around}]`)

const config = (more = '') =>
  `export default { site: { url: 'https://example.org', title: 'S' }, theme: 'mine', taxonomies: { tag: 'tags' }, cards: false, ${more} }`

const site = {
  'inkseal.config.ts': config("params: { motto: 'M' }"),
  'themes/mine/theme.ts':
    "import { defineTheme } from 'inkseal/theme'\nexport default defineTheme({ name: 'mine' })\n",
  'themes/mine/layouts/home.tsx': layout(`[${frame}, ${entries}]`),
  'themes/mine/layouts/list.tsx': layout(`[${frame}, props.page.title, ${entries}]`),
  'themes/mine/layouts/page.tsx': pageLayout,
  'themes/mine/layouts/terms.tsx': layout(`[${frame}, props.terms.map((one: any) => one.title)]`),
  'themes/mine/layouts/404.tsx': layout(frame),
  'themes/mine/static/theme.txt': 'theme',
  'content/posts/a.md': post('A', 'date: 2026-01-01\ntags: [ink]\naliases: [/old/]\n', 'A text.'),
  'content/posts/b.md': post('B', 'date: 2026-01-02\ntags: [ink]\n', 'See [a](a.md).'),
  'content/posts/c.md': post('C', 'date: 2026-01-03\ntags: [paper]\n', 'C text.'),
  'content/posts/d/index.md': post('D', 'date: 2026-01-04\noutputs: [markdown]\n', 'D text.'),
  'content/posts/d/notes.txt': 'notes',
  'content/about.md': post('About', '', 'About text.'),
  'static/film.txt': 'film',
  'data/words.yaml': 'one: 1\n',
  'i18n/en.yaml': 'hello: Hello\n',
}

const NOW = Date.now() + 3_600_000
const DAY = 86_400_000

let here: TestSite
beforeEach(async () => {
  here = await testSite(site)
})
afterEach(() => here.dispose())

/** What an edit makes anew; all files are what a clean build makes of the site. */
async function madeBy(edit: () => Promise<void>, now = NOW): Promise<readonly string[]> {
  await here.build('cache', NOW)
  await edit()
  const { files, made } = await here.build('cache', now)
  const clean = await here.build('nothing', now)
  expect(Object.fromEntries(files)).toEqual(Object.fromEntries(clean.files))
  return made
}

test('nothing is made where nothing has changed, not even a day later', async () => {
  expect(await madeBy(async () => {})).toEqual([])
  expect(await madeBy(async () => {}, NOW + DAY)).toEqual([])
})

const feeds = (...folders: readonly string[]) =>
  folders.flatMap((folder) => [`${folder}feed.json`, `${folder}index.xml`])
const page = (...folders: readonly string[]) => folders.map((folder) => `${folder}index.html`)
const posts = page('posts/a/', 'posts/b/', 'posts/c/', 'posts/d/')
const lists = page('', 'posts/')
const [inkLists, paperLists] = [page('tags/ink/'), page('tags/paper/')]
const everyDocument = ['404.html', ...page('about/', 'tags/'), ...posts, ...lists, ...inkLists, ...paperLists]
const newsOf = (...folders: readonly string[]) => [...feeds('', 'posts/', ...folders), 'sitemap.xml']

const edited = (file: keyof typeof site, from: string, to: string) => {
  const text = site[file].replace(from, to)
  if (text === site[file]) throw new Error(`${file} does not hold ${from}`)
  return { [file]: text }
}

test.each([
  [
    'a text: the page, its lists, its feeds',
    edited('content/posts/c.md', 'C text', 'Other text'),
    [...page('posts/c/'), ...lists, ...paperLists, ...newsOf('tags/paper/')],
  ],
  [
    'a title: its neighbours too',
    edited('content/posts/c.md', 'title: C', 'title: Cc'),
    [...page('posts/b/', 'posts/c/', 'posts/d/'), ...lists, ...paperLists, ...newsOf('tags/paper/')],
  ],
  [
    'a title: what it is related to, too',
    edited('content/posts/a.md', 'title: A', 'title: Aa'),
    [...page('posts/a/', 'posts/b/'), ...lists, ...inkLists, ...newsOf('tags/ink/')],
  ],
  [
    'a date: old and new neighbours, and the dates of its terms',
    edited('content/posts/c.md', '2026-01-03', '2025-12-01'),
    [...posts, ...lists, ...page('tags/'), ...paperLists, ...newsOf('tags/', 'tags/paper/')],
  ],
  [
    'a tag: the lists that it is new in',
    edited('content/posts/c.md', 'paper', 'ink'),
    // Older posts are not related to newer ones.
    [...page('posts/c/', 'tags/'), ...lists, ...inkLists, ...newsOf('tags/', 'tags/ink/')],
  ],
  [
    'a page that is in no list',
    edited('content/about.md', 'About text', 'Other'),
    ['about/index.html', 'sitemap.xml'],
  ],
  [
    'an alias',
    edited('content/posts/a.md', '/old/', '/older/'),
    ['older/index.html', ...page('posts/a/'), ...lists, ...inkLists, ...newsOf('tags/ink/')],
  ],
  ['a static file', { 'static/film.txt': 'a longer film' }, ['film.txt']],
  ['a file of a bundle', { 'content/posts/d/notes.txt': 'other notes' }, ['posts/d/notes.txt']],
  [
    'a new image of a bundle',
    { 'content/posts/d/cover.png': 'png' },
    ['posts/d/cover.png', 'posts/d/index.html'],
  ],
  ['a static file of the theme', { 'themes/mine/static/theme.txt': 'other' }, ['theme.txt']],
  ['a layout', edited('themes/mine/layouts/page.tsx', '<body>', '<body class="x">'), everyDocument],
  ['a file of data', { 'data/words.yaml': 'one: 2\n' }, everyDocument],
  ['a string', { 'i18n/en.yaml': 'hello: Hi\n' }, everyDocument],
])('%s', async (_name, edit, expected) => {
  expect(await madeBy(() => here.write(edit))).toEqual([...expected].sort())
})

test('the config is in all that is not copied', async () => {
  const made = await madeBy(() => here.write({ 'inkseal.config.ts': config("params: { motto: 'N' }") }))
  const copied = ['film.txt', 'theme.txt', 'posts/d/notes.txt', 'robots.txt']
  const forwarding = ['old', 'page/1', 'posts/page/1', 'tags/ink/page/1', 'tags/page/1', 'tags/paper/page/1']
  const { files } = await here.build('cache', NOW)
  const rest = new Set([...copied, ...page(...forwarding.map((folder) => `${folder}/`))])
  expect(made).toEqual([...files.keys()].filter((file) => !rest.has(file)).sort())
})

test('a menu is in every document, and in nothing else', async () => {
  const made = await madeBy(() =>
    here.write({ 'content/posts/_index.md': post('Notes', 'outputs: [html]\n', '') }),
  )
  expect(made).toEqual([...everyDocument, 'sitemap.xml'].sort())
})

test('a post that is gone leaves no trace', async () => {
  const made = await madeBy(() => here.remove('content/posts/c.md'))
  const expected = [...page('posts/b/', 'posts/d/', 'tags/'), ...lists, ...newsOf('tags/')]
  expect(made).toEqual(expected.sort())
})

test('a layout that reads the clock is rendered every day, and only the documents are', async () => {
  const clock = { 'themes/mine/layouts/404.tsx': layout('new Date().getFullYear()') }
  await here.write(clock)
  expect(await madeBy(async () => {}, NOW + 1)).toEqual([])
  expect(await madeBy(async () => {}, NOW + DAY)).toEqual(everyDocument.sort())
})

test('a layout that shows backlinks depends on who links to the page', async () => {
  const links = 'props.page.backlinks.map((one: any) => one.title)'
  await here.write({ 'themes/mine/layouts/page.tsx': layout(`[props.page.title, ${links}]`) })
  const link = () => here.write(edited('content/posts/c.md', 'C text', 'See [a](a.md)'))
  expect(await madeBy(link)).toEqual(
    [...page('posts/a/', 'posts/c/'), ...lists, ...paperLists, ...newsOf('tags/paper/')].sort(),
  )
})

test('a layout that shows more of related pages than their titles depends on their texts', async () => {
  const summaries = 'props.page.related.map((one: any) => one.summary)'
  await here.write({ 'themes/mine/layouts/page.tsx': layout(`[props.page.title, ${summaries}]`) })
  const edit = () => here.write(edited('content/posts/a.md', 'A text', 'Other text'))
  expect(await madeBy(edit)).toEqual(
    [...page('posts/a/', 'posts/b/'), ...lists, ...inkLists, ...newsOf('tags/ink/')].sort(),
  )
})
