import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Config, MenuEntry } from '../../src/config/config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { isRecord } from '../../src/config/merge-records.ts'

// Each folder is the config of a Hugo site, and recorded.json what Hugo 0.169 makes of it: for each language parts of
// what `hugo config --format json --lang LANGUAGE` prints.
const samples = path.resolve('test/config/hugo-sites')

for (const name of await readdir(samples)) {
  test(`the values of ${name} are those that Hugo reads`, async () => {
    const recorded = JSON.parse(await readFile(path.join(samples, name, 'recorded.json'), 'utf8'))
    const config = await load(name)
    const all = [config, ...config.translations]
    expect(all.map(({ language }) => language.code).sort()).toEqual(Object.keys(recorded).sort())
    for (const one of all) {
      const hugo = recorded[one.language.code]
      expect({ language: one.language.code, ...ours(one) }).toEqual({
        language: one.language.code,
        ...theirs(hugo, one.language.code),
      })
    }
  })
}

async function load(name: string): Promise<Config> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'inkseal-hugo-'))
  try {
    await cp(path.join(samples, name), root, { recursive: true })
    return await loadConfig(root)
  } finally {
    await rm(root, { recursive: true })
  }
}

/** A config in Hugo's words, as far as the recordings go. */
const ours = (config: Config) => ({
  title: config.site.title,
  copyright: config.site.copyright,
  timeZone: config.site.timeZone,
  params: lowered(config.params),
  taxonomies: config.taxonomies,
  menus: Object.fromEntries(
    Object.entries(config.menus)
      .filter(([, entries]) => entries.length > 0)
      .map(([name, entries]) => [name, entries.map(menuEntry)]),
  ),
  permalinks: [
    ...Object.entries(config.urls.permalinks).flatMap(([kind, patterns]) =>
      Object.entries(patterns).map(([section, pattern]) => ({
        pattern,
        target: { kind, path: `/{${section},${section}/**}`.toLowerCase() },
      })),
    ),
    ...config.urls.rules.map(({ pattern, kind, path }) => ({
      pattern,
      ...((kind ?? path) !== undefined && { target: { ...(kind && { kind }), ...(path && { path }) } }),
    })),
  ].sort(byPattern),
  outputs: config.outputs,
  pagination: { pagersize: config.pagination.size, path: config.pagination.path },
  ugly: config.urls.ugly,
  flags: [
    config.urls.keepCase,
    config.urls.removeAccents,
    !config.aliasPages,
    config.markdown.emoji,
    config.titles.capitalizeLists,
    config.titles.pluralizeLists,
    config.show.includes('draft'),
  ],
  titleStyle: config.titles.style,
  summaryLength: config.markdown.summaryLength,
  dates: config.dates,
  sitemap: [config.sitemap.name, config.sitemap.changeFrequency, config.sitemap.priority],
  related: [config.related.threshold, config.related.indices.map(({ name, weight }) => ({ name, weight }))],
  disabled: [...config.disabled],
  feeds: [config.feeds.size, config.feeds.names.rss],
  folders: [
    path.relative(config.root, config.contentDir),
    config.statics.map(({ dir }) => path.relative(config.root, dir)),
  ],
  sections: [config.mainSections, config.sectionPagesMenu],
  locale: config.language.locale.toLowerCase(),
  weight: config.language.weight,
  prefix: config.language.prefix,
  markdown: [
    config.markdown.rawHtml,
    config.markdown.hardWraps,
    config.markdown.headingIds,
    config.markdown.attributes,
    config.markdown.definitionLists,
    config.markdown.typographer,
    config.markdown.math,
    config.markdown.highlight,
    config.markdown.contents,
  ],
})

// biome-ignore lint/suspicious/noExplicitAny: it is what Hugo printed
const theirs = (hugo: any, code: string) => ({
  title: hugo.title,
  copyright: hugo.copyright,
  timeZone: hugo.timezone ?? 'UTC',
  params: hugo.params ?? {},
  taxonomies: hugo.taxonomies,
  menus: hugo.menus,
  permalinks: (hugo.permalinks ?? []).sort(byPattern),
  outputs: Object.fromEntries(Object.entries(hugo.outputs).filter(([kind]) => kind !== 'rss')),
  pagination: hugo.pagination,
  ugly: hugo.uglyurls && Object.keys(hugo.uglyurls).length === 0 ? hugo.uglyurls === true : hugo.uglyurls,
  flags: [
    hugo.disablepathtolower ?? false,
    hugo.removepathaccents ?? false,
    hugo.disablealiases ?? false,
    hugo.enableemoji ?? false,
    hugo.capitalizelisttitles ?? false,
    hugo.pluralizelisttitles ?? false,
    hugo.builddrafts ?? false,
  ],
  titleStyle: hugo.titlecasestyle.toLowerCase(),
  summaryLength: hugo.summarylength,
  dates: {
    date: hugo.frontmatter.date,
    // Hugo lists `:git` always, and asks git when `enableGitInfo` says so.
    lastmod: hugo.frontmatter.lastmod.filter((key: string) => hugo.enablegitinfo || key !== ':git'),
    publishDate: hugo.frontmatter.publishdate,
    expiryDate: hugo.frontmatter.expirydate,
  },
  sitemap: [
    hugo.sitemap.filename,
    hugo.sitemap.changefreq,
    hugo.sitemap.priority === -1 ? undefined : hugo.sitemap.priority,
  ],
  related: [
    hugo.related.threshold,
    hugo.related.indices.map(({ name, weight }: { name: string; weight: number }) => ({ name, weight })),
  ],
  disabled: (hugo.disablekinds ?? []).map((kind: string) => kind.toLowerCase()),
  // Without a limit Hugo's feeds hold all posts, Inkseal's the newest 20.
  feeds: [hugo.rsslimit === -1 ? 20 : hugo.rsslimit, `${hugo.rssname}.xml`],
  folders: [hugo.contentdir, hugo.staticdir],
  sections: [hugo.mainsections, hugo.sectionpagesmenu],
  locale: (hugo.languages?.[code]?.locale ?? code).toLowerCase(),
  weight: hugo.languages?.[code]?.weight ?? 0,
  prefix: hugo.defaultcontentlanguage === code && !hugo.defaultcontentlanguageinsubdir ? '' : `/${code}`,
  markdown: [
    // Inkseal trusts a blog's author unless the config says no.
    true,
    hugo.markup.goldmark.renderer?.hardwraps ?? false,
    hugo.markup.goldmark.parser.autoidtype,
    {
      headings: hugo.markup.goldmark.parser.attribute.title,
      blocks: hugo.markup.goldmark.parser.attribute.block ?? false,
    },
    hugo.markup.goldmark.extensions.definitionlist ?? false,
    !hugo.markup.goldmark.extensions.typographer.disable,
    hugo.markup.goldmark.extensions.passthrough?.delimiters,
    {
      lineNumbers: hugo.markup.highlight.linenos
        ? hugo.markup.highlight.linenumbersintable
          ? 'table'
          : 'inline'
        : false,
      anchorLineNumbers: hugo.markup.highlight.anchorlinenos ?? false,
      lineNumberStart: hugo.markup.highlight.linenostart,
    },
    {
      startLevel: hugo.markup.tableofcontents.startlevel,
      endLevel: hugo.markup.tableofcontents.endlevel,
      ordered: hugo.markup.tableofcontents.ordered ?? false,
    },
  ],
})

/** Hugo prints neither what is nothing nor 0. */
const menuEntry = (entry: MenuEntry) =>
  Object.fromEntries(
    Object.entries({
      identifier: entry.identifier === entry.name ? undefined : entry.identifier,
      name: entry.name,
      pageref: entry.pageRef,
      params: Object.keys(entry.params).length > 0 ? entry.params : undefined,
      post: entry.post,
      pre: entry.pre,
      url: entry.url,
      weight: entry.weight || undefined,
    }).filter(([, value]) => value !== undefined),
  )

const byPattern = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

function lowered(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowered(inner)]))
}
