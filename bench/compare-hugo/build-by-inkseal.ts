import { access } from 'node:fs/promises'
import path from 'node:path'
import { loadConfig } from '../../src/config/load-config.ts'
import { loadSite } from '../../src/content/load-site.ts'
import type { Page, PageState } from '../../src/content/page.ts'
import { listFiles } from '../../src/content/scan.ts'
import type { MenuItem, Site } from '../../src/content/site.ts'
import { renderAll } from '../../src/markdown/render-all.ts'
import type { Rendered } from '../../src/markdown/rendered.ts'
import type { Dump, ListDump, MenuDump, PageDump, SiteDump } from './dump.ts'
import { headingsIn, parseHtml, plainText } from './html-facts.ts'
import { readAliases } from './read-aliases.ts'
import { readListings } from './read-listings.ts'
import { run } from './run.ts'

export type InksealOptions = {
  /** A copy of the site. */
  readonly root: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly show: readonly Exclude<PageState, 'published'>[]
}

export type InksealBuild = {
  readonly dump: Dump
  /** What the command told; the site is not published where it refused to. */
  readonly told: string
  readonly published: boolean
}

const program = path.resolve(import.meta.dirname, '../../bin/inkseal.js')

/** Builds with the real command, and asks the same stages what they know of each page. */
export async function buildByInkseal({ root, now, show }: InksealOptions): Promise<InksealBuild> {
  const flags = show.map((state) => (state === 'draft' ? '--drafts' : `--${state}`))
  const clock = ['--clock', new Date(now).toISOString()]
  const { code, stderr } = await run(
    process.execPath,
    [program, 'build', '--root', root, ...clock, ...flags],
    {
      cwd: root,
    },
  )
  const out = path.join(root, 'public')
  const published =
    code === 0 &&
    (await access(out)
      .then(() => true)
      .catch(() => false))
  const files = published ? (await listFiles(out)).filter((file) => !/\.(br|gz)$/.test(file)) : []
  const config = await loadConfig(root)
  const { site } = await loadSite(config, { now, show: [...new Set([...show])] })
  const { rendered } = await renderAll(site, () => {})
  const dump: Dump = {
    files,
    aliases: await readAliases(out, files),
    pages: dumpPages(site, rendered),
    sites: { [site.config.language.code]: dumpSite(site) },
    listings: await readListings(out, files),
  }
  return { dump, told: stderr.replaceAll(root, ''), published }
}

function dumpPages(site: Site, rendered: ReadonlyMap<string, Rendered>): Dump['pages'] {
  const pages = site.pages.map(
    (page) => [page.url, dumpPage(page, { site, rendered: rendered.get(page.id) })] as const,
  )
  return Object.fromEntries(pages)
}

function dumpPage(page: Page, { site, rendered }: { site: Site; rendered: Rendered | undefined }): PageDump {
  const { matter } = page
  const content = parseHtml(rendered?.html ?? '')
  const { previous, next } = site.neighbours.get(page.id) ?? {}
  return {
    kind: page.kind,
    language: site.config.language.code,
    section: page.section,
    type: page.section || 'page',
    layout: matter.layout ?? '',
    file: page.source ? page.id : '',
    title: page.title,
    linkTitle: matter.linkTitle ?? page.title,
    description: matter.description ?? '',
    keywords: textsOf(matter.params.keywords),
    draft: matter.draft,
    weight: matter.weight,
    date: iso(matter.date),
    lastmod: iso(matter.lastmod),
    publishDate: iso(matter.publishDate),
    expiryDate: iso(matter.expiryDate),
    aliases: matter.aliases,
    terms: termsOf(page, site),
    translations: (site.translations?.get(page.id) ?? []).map(({ url }) => url),
    previous: previous?.url ?? '',
    next: next?.url ?? '',
    headings: headingsIn(content),
    contents: [],
    summary: plainText(parseHtml(rendered?.summary ?? '')),
    truncated: rendered?.truncated ?? false,
    words: rendered?.words ?? 0,
    minutes: 0,
    text: plainText(content),
    resources: [],
    lists: page.kind === 'page' ? undefined : listsOf(page, site),
  }
}

const iso = (date: Date | undefined) => date?.toISOString() ?? ''

const textsOf = (value: unknown): readonly string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String)

function termsOf(page: Page, site: Site): PageDump['terms'] {
  const own = new Set(site.termsOf.get(page.id) ?? [])
  const found = site.taxonomies.map(({ name, terms }) => {
    const titles = terms.filter((term) => own.has(term.page)).map((term) => term.page.title)
    return [name, titles] as const
  })
  return Object.fromEntries(found.filter(([, titles]) => titles.length > 0))
}

function listsOf(page: Page, site: Site): ListDump {
  const taxonomy = site.taxonomies.find((candidate) => candidate.page === page)
  const list =
    site.sections.find((section) => section.page === page) ??
    site.taxonomies.flatMap(({ terms }) => terms).find((term) => term.page === page)
  const pages = page.kind === 'home' ? site.posts : (list?.pages ?? [])
  return {
    paginated: (taxonomy ? taxonomy.terms.map((term) => term.page) : pages).map(({ url }) => url),
    terms: (taxonomy?.terms ?? []).map((term) => `${term.pages.length} ${term.page.title} ${term.page.url}`),
  }
}

const dumpSite = (site: Site): SiteDump => ({
  title: site.title,
  regular: site.pages.filter(({ kind }) => kind === 'page').map(({ url }) => url),
  menus: Object.fromEntries(
    Object.entries(site.menus ?? {}).map(([name, items]) => [name, items.map(dumpMenu)]),
  ),
})

const dumpMenu = ({ name, url, weight, children }: MenuItem): MenuDump => ({
  name,
  url,
  weight,
  children: children.map(dumpMenu),
})
