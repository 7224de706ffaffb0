import { expect, test } from 'vitest'
import type { UserConfig } from '../../src/config/user-config.ts'
import type { Site } from '../../src/content/site.ts'
import { loadContent, post } from './load-content.ts'

const three: UserConfig = {
  site: { title: 'T' },
  languages: { en: { weight: 1 }, fr: { weight: 2, title: 'TF' }, de: { weight: 3 } },
}

const urls = (site: Site, kind: string) =>
  site.pages
    .filter((page) => page.kind === kind)
    .map(({ url }) => url)
    .sort()

const resourceUrls = (site: Site) =>
  site.resources
    .filter(({ published }) => published)
    .map(({ url }) => url)
    .sort()

test('a file belongs to the language that its name names, as Hugo has it', async () => {
  const { site, sites, warnings } = await loadContent(
    {
      'content/about.de.md': post('title: AboutDe'),
      'content/about.md': post('title: About'),
      'content/posts/a.fr.md': post('title: AF', 'date: 2024-01-01'),
      'content/posts/a.md': post('title: A', 'date: 2024-01-01'),
      'content/posts/only.FR.md': post('title: Only', 'date: 2024-01-01'),
      'content/posts/v1.2.md': post('title: V12', 'date: 2024-01-01'),
      'content/posts/pic.fr.txt': 'f',
      'content/posts/pic.txt': 'e',
      'content/sub/_index.fr.md': post('title: SubF'),
      'content/sub/x.md': post('title: X', 'date: 2024-01-01'),
    },
    three,
  )
  expect(sites.map(({ config }) => config.language.code)).toEqual(['en', 'fr', 'de'])
  expect(site).toBe(sites[0])
  expect(sites.map(({ title }) => title)).toEqual(['T', 'TF', 'T'])
  expect(sites.map((each) => urls(each, 'page'))).toEqual([
    ['/about/', '/posts/a/', '/posts/v1.2/', '/sub/x/'],
    ['/fr/posts/a/', '/fr/posts/only/'],
    ['/de/about/'],
  ])
  expect(sites.map((each) => urls(each, 'section'))).toEqual([
    ['/posts/', '/sub/'],
    ['/fr/posts/', '/fr/sub/'],
    [],
  ])
  expect(sites.map(({ home }) => home.url)).toEqual(['/', '/fr/', '/de/'])
  expect(sites.map(resourceUrls)).toEqual([['/posts/pic.txt'], ['/fr/posts/pic.fr.txt'], []])
  expect(warnings).toEqual([])
})

test('the files of a bundle are published once, by the first language that has it, and all languages find them', async () => {
  const { sites } = await loadContent(
    {
      'content/posts/b1/index.md': post('title: B1'),
      'content/posts/b1/index.fr.md': post('title: B1F'),
      'content/posts/b1/only.txt': '',
      'content/posts/b1/s.txt': '',
      'content/posts/b1/s.fr.txt': '',
      'content/posts/b2/index.fr.md': post('title: B2F'),
      'content/posts/b2/r.txt': '',
    },
    three,
  )
  const [en, fr, de] = sites
  expect(sites.map(resourceUrls)).toEqual([
    ['/posts/b1/only.txt', '/posts/b1/s.txt'],
    ['/fr/posts/b1/s.fr.txt', '/fr/posts/b2/r.txt'],
    [],
  ])
  const find = (name: string) => sites.map((each) => each.resourceUrls.get(`posts/b1/${name}`))
  expect(find('only.txt')).toEqual(Array(3).fill('/posts/b1/only.txt'))
  expect(find('s.txt')).toEqual(['/posts/b1/s.txt', '/fr/posts/b1/s.fr.txt', '/posts/b1/s.txt'])
  expect(find('s.fr.txt')).toEqual(Array(3).fill('/fr/posts/b1/s.fr.txt'))
  expect(fr?.resources.map(({ owner, name, url }) => [owner, name, url])).toEqual([
    ['posts/b2/index.fr.md', 'r.txt', '/fr/posts/b2/r.txt'],
    ['posts/b1/index.fr.md', 'only.txt', '/posts/b1/only.txt'],
    ['posts/b1/index.fr.md', 's.fr.txt', '/fr/posts/b1/s.fr.txt'],
  ])
  expect(en?.bySource.get('posts/b2/index.fr.md')?.url).toBe('/fr/posts/b2/')
  expect(fr?.bySource.get('posts/b1/index.md')?.url).toBe('/fr/posts/b1/')
  expect(de?.bySource.get('posts/b1/index.md')?.url).toBe('/posts/b1/')
})

test('files that languages share have the names that each of them gives (as with Hugo 0.169)', async () => {
  const { sites } = await loadContent(
    {
      'content/b/index.md': post('title: B', 'resources: [{src: "*.png", title: "Picture :counter"}]'),
      'content/b/index.fr.md': post('title: B'),
      'content/b/a.png': '',
      'content/b/b.fr.png': '',
    },
    { ...three },
  )
  const titles = sites.map(({ resources }) => resources.map(({ path, title }) => `${path}: ${title}`))
  expect(titles).toEqual([
    ['b/a.png: Picture 1', 'b/b.fr.png: Picture 2'],
    ['b/a.png: a.png', 'b/b.fr.png: b.fr.png'],
    [],
  ])
})

test('translations are tied by path or by key, in the order of languages', async () => {
  const { sites } = await loadContent(
    {
      'content/posts/a.md': post('title: A'),
      'content/posts/a.fr.md': post('title: A'),
      'content/posts/a.de.md': post('title: A'),
      'content/posts/tk.md': post('title: K', 'translationKey: kk'),
      'content/posts/clef.fr.md': post('title: K', 'translationKey: kk'),
      'content/posts/half.md': post('title: H'),
      'content/posts/half.fr.md': post('title: H', 'translationKey: other'),
      'content/posts/alone.de.md': post('title: D'),
      'content/posts/t.md': post('title: T', 'tags: [One]'),
      'content/posts/t.de.md': post('title: T', 'tags: [One]'),
    },
    three,
  )
  const of = (language: number, id: string) =>
    sites[language]?.translations.get(id)?.map(({ url }) => url) ?? []
  expect(of(0, 'posts/a.md')).toEqual(['/fr/posts/a/', '/de/posts/a/'])
  expect(of(1, 'posts/a.fr.md')).toEqual(['/posts/a/', '/de/posts/a/'])
  expect(of(0, 'posts/tk.md')).toEqual(['/fr/posts/clef/'])
  expect(of(2, 'posts/alone.de.md')).toEqual([])
  expect([of(0, 'posts/half.md'), of(1, 'posts/half.fr.md')]).toEqual([['/fr/posts/half/'], []])
  expect(of(1, '_index.md')).toEqual(['/', '/de/'])
  expect(of(2, 'posts/_index.md')).toEqual(['/posts/', '/fr/posts/'])
  expect(of(0, 'tags/one/_index.md')).toEqual(['/de/tags/one/'])
})

test('a language can have a content folder of its own, inside another or beside it', async () => {
  const { sites } = await loadContent(
    {
      'content/posts/a.md': post('title: A'),
      'content/posts/b/index.md': post('title: B'),
      'content/posts/b/x.txt': 'en',
      'content/french/posts/a.md': post('title: AF'),
      'content/french/posts/d.en.md': post('title: D'),
      'content/french/posts/e.fr.md': post('title: E'),
      'content/french/posts/b/index.md': post('title: BF'),
      'content/french/posts/b/x.txt': 'fr',
      'deutsch/posts/b/index.md': post('title: BD'),
    },
    {
      languages: {
        en: { weight: 1 },
        fr: { weight: 2, contentDir: 'content/french' },
        de: { weight: 3, contentDir: 'deutsch' },
      },
      defaultLanguageInSubfolder: true,
    },
  )
  expect(sites.map((each) => urls(each, 'page'))).toEqual([
    ['/en/posts/a/', '/en/posts/b/', '/en/posts/d/'],
    ['/fr/posts/a/', '/fr/posts/b/', '/fr/posts/e/'],
    ['/de/posts/b/'],
  ])
  expect(sites.map(resourceUrls)).toEqual([['/en/posts/b/x.txt'], ['/fr/posts/b/x.txt'], []])
  expect(sites[1]?.resourceUrls.get('posts/b/x.txt')).toBe('/fr/posts/b/x.txt')
  expect(sites[2]?.resourceUrls.get('posts/b/x.txt')).toBe('/en/posts/b/x.txt')
  expect(sites[1]?.bySource.get('posts/b/index.md')?.source?.path).toBe('content/french/posts/b/index.md')
  expect(sites[1]?.translations.get('posts/b/index.md')?.map(({ url }) => url)).toEqual([
    '/en/posts/b/',
    '/de/posts/b/',
  ])
})

test('files of a language that is off are passed over, those of one that is not known are told', async () => {
  const { sites, unmounted, warnings } = await loadContent(
    {
      'content/posts/a.md': post('title: A'),
      'content/posts/a.es.md': post('title: Es'),
      'content/posts/a.es.txt': '',
      'content/posts/b.nl.md': post('title: Nl'),
    },
    { languages: { en: { weight: 1 }, fr: {}, es: { disabled: true } } },
  )
  expect(sites.map((each) => urls(each, 'page'))).toEqual([['/posts/a/', '/posts/b.nl/'], []])
  expect(sites.map(resourceUrls)).toEqual([[], []])
  expect(unmounted).toEqual(['content/posts/a.es.md'])
  expect(warnings).toMatchObject([
    { code: 'content/unknown-language', place: { path: 'content/posts/b.nl.md' } },
  ])
})

test('collisions are found over all languages, and the moments to come are those of all', async () => {
  await expect(
    loadContent(
      { 'content/x.md': post('title: A', 'url: /fr/a/'), 'content/a.fr.md': post('title: B') },
      three,
    ),
  ).rejects.toMatchObject({ diagnostics: [{ code: 'content/duplicate-url' }] })
  const { sites } = await loadContent(
    {
      'content/posts/a.md': post('title: A', 'date: 2027-01-01'),
      'content/posts/a.fr.md': post('title: A', 'date: 2027-01-01'),
      'content/posts/b.fr.md': post('title: B', 'date: 2025-01-01', 'expiryDate: 2026-02-01'),
      'content/posts/c.md': post('title: C', 'date: 2027-01-01', 'draft: true'),
    },
    three,
  )
  for (const { schedule } of sites)
    expect(schedule).toEqual([new Date('2026-02-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')])
})
