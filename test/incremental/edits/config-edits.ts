import type { Edit } from '../edit.ts'
import type { Random } from '../random.ts'
import { readSettings, type Settings, writeSettings } from '../settings.ts'

type Change = (settings: Settings, random: Random) => Settings

/** The config, and the plugin that it imports. */
export const configEdits: readonly Edit[] = [
  changing('the title', (old, random) => ({ ...old, site: { ...old.site, title: random.words(2) } })),
  changing('the author', (old, random) => ({ ...old, site: { ...old.site, author: random.words(2) } })),
  changing('the time zone', (old, random) => ({
    ...old,
    site: { ...old.site, timeZone: random.pick(['UTC', 'Europe/Zurich', 'Asia/Tokyo']) },
  })),
  changing('the address', (old, random) => ({
    ...old,
    site: { ...old.site, url: random.pick(['https://example.org', 'https://ink.example']) },
  })),
  changing('params', (old, random) => ({ ...old, params: { motto: random.words(2) } })),
  changing('the menu', (old, random) => ({
    ...old,
    menu: [
      { name: random.words(1), pageRef: '/posts' },
      { name: 'Out', url: 'https://example.com/' },
    ],
  })),
  changing('pagination', (old, random) => ({
    ...old,
    pagination: { size: random.pick([3, 5, 10]), path: random.pick(['page', 'leaf']) },
  })),
  changing('permalinks', (old, random) => ({
    ...old,
    urls: random.pick([
      {},
      { permalinks: { posts: '/:year/:slug/' } },
      { ugly: true },
      { aliasPages: false },
    ]),
  })),
  changing('broken links', (old, random) => ({
    ...old,
    brokenLinks: random.pick(['warning', 'warning', 'ignore', 'error'] as const),
  })),
  changing('related posts', (old, random) => ({ ...old, related: { threshold: random.pick([10, 60, 90]) } })),
  changing('feeds', (old, random) => ({
    ...old,
    feeds: { size: random.pick([3, 20]), content: random.pick(['full', 'summary'] as const) },
  })),
  changing('outputs', (old, random) => ({
    ...old,
    outputs: { page: random.pick([['html'], ['html', 'markdown']] as const), home: ['html', 'rss'] },
  })),
  changing('main sections', (old, random) => ({
    ...old,
    mainSections: random.pick([['posts'], ['posts', 'notes']]),
  })),
  changing('what is shown', (old, random) => ({
    ...old,
    show: random.pick([[], [], ['draft'], ['future', 'expired']] as const),
  })),
  changing('language models', (old) => ({ ...old, llms: !old.llms })),
  changing('a language', (old, random) => ({
    ...old,
    languages: {
      en: { name: 'English', weight: 1 },
      fr: { name: 'Français', weight: random.pick([2, 0]), title: random.words(2), params: { motto: 'fr' } },
    },
  })),
  changing('a cascade', (old, random) => ({
    ...old,
    cascade: random.pick([[], [{ mood: random.words(1), target: { path: '/posts/**' } }]]),
  })),
  ...(
    [
      ['typographer', [true, false]],
      ['hardWraps', [true, false]],
      ['rawHtml', [true, false]],
      ['emoji', [true, false]],
      ['parser', ['native', 'remark']],
      ['headingIds', ['github', 'blackfriday']],
      ['summaryLength', [10, 70]],
      ['contents', [{ startLevel: 2, endLevel: 2 }, { endLevel: 4 }]],
      ['highlight', [{ lineNumbers: 'inline' }, { lineNumbers: false }]],
    ] as const
  ).map(([key, values]) =>
    changing(`markdown.${key}`, (old, random) => ({
      ...old,
      markdown: { ...old.markdown, [key]: random.pick<unknown>(values) },
    })),
  ),
  {
    name: 'config: the plugin is switched on or off',
    apply(site) {
      const text = site.read('inkseal.config.ts')
      const isOn = text.includes('remarkPlugins: [shout]')
      const next = text.replace(/remarkPlugins: \[.*\]/, `remarkPlugins: [${isOn ? '' : 'shout'}]`)
      site.write('inkseal.config.ts', next)
      return isOn ? 'off' : 'on'
    },
  },
  {
    name: 'config: another version of the plugin',
    apply(site, random) {
      const text = site.read('plugins/shout.ts')
      const mark = random.pick(['!', '?', '...', ' (sic)'])
      site.write('plugins/shout.ts', text.replace(/const mark = .*/, `const mark = '${mark}'`))
      return mark
    },
  },
]

function changing(what: string, change: Change): Edit {
  return {
    name: `config: ${what}`,
    apply(site, random) {
      const old = readSettings(site)
      const next = change(old, random)
      writeSettings(site, next)
      const keys = Object.keys(next) as (keyof Settings)[]
      const changed = keys.filter((key) => JSON.stringify(next[key]) !== JSON.stringify(old[key]))
      return changed.map((key) => `${key} = ${JSON.stringify(next[key])}`).join(', ') || 'as it was'
    },
  }
}
