import { SiteError } from '../../src/base/site-error.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { type LoadOptions, loadSite } from '../../src/content/load-site.ts'
import type { Page } from '../../src/content/page.ts'
import type { MenuItem, Site } from '../../src/content/site.ts'
import { renderAll } from '../../src/markdown/render-all.ts'
import type { Rendered } from '../../src/markdown/rendered.ts'
import { createEntry } from '../../src/output/create-page-view.ts'
import type { Dump, ListDump, MenuDump, PageDump, SiteDump } from './dump.ts'
import { headingsIn, parseHtml, plainText } from './html-facts.ts'

export type Model = Pick<Dump, 'pages' | 'sites'>

/** What the build's own stages know of each page; nothing where a mistake keeps the site from being built. */
export async function dumpModel(root: string, options: LoadOptions): Promise<Model | undefined> {
  try {
    const { sites } = await loadSite(await loadConfig(root), options)
    const pages: Record<string, PageDump> = {}
    for (const site of sites) {
      const { rendered } = await renderAll(site, () => {})
      for (const page of site.pages)
        pages[page.url] = dumpPage(page, { site, rendered: rendered.get(page.id) })
    }
    return {
      pages,
      sites: Object.fromEntries(sites.map((site) => [site.config.language.code, dumpSite(site)])),
    }
  } catch (error) {
    // The command has told it already.
    if (error instanceof SiteError) return undefined
    throw error
  }
}

function dumpPage(page: Page, { site, rendered }: { site: Site; rendered: Rendered | undefined }): PageDump {
  const { matter } = page
  const content = parseHtml(rendered?.html ?? '')
  const { previous, next } = site.neighbours.get(page.id) ?? {}
  return {
    kind: page.kind,
    language: page.language,
    section: page.section,
    type: page.type,
    layout: matter.layout ?? '',
    file: page.source ? page.id : '',
    title: page.title,
    linkTitle: matter.linkTitle ?? page.title,
    description: matter.description ?? '',
    keywords: matter.keywords,
    draft: matter.draft,
    weight: matter.weight,
    date: iso(matter.date),
    lastmod: iso(matter.lastmod),
    publishDate: iso(matter.publishDate),
    expiryDate: iso(matter.expiryDate),
    aliases: matter.aliases,
    terms: termsOf(page, site),
    translations: (site.translations.get(page.id) ?? []).map(({ url }) => url),
    previous: previous?.url ?? '',
    next: next?.url ?? '',
    headings: headingsIn(content),
    contents: [],
    summary: plainText(parseHtml(rendered?.summary ?? '')),
    truncated: rendered?.truncated ?? false,
    words: rendered?.words ?? 0,
    minutes: rendered ? createEntry(rendered, site).minutes : 0,
    text: plainText(content),
    resources: site.resources
      .filter(({ owner }) => owner === page.id)
      .map(({ name, title }) => `${name}: ${title}`),
    lists: page.kind === 'page' ? undefined : listsOf(page, site),
  }
}

const iso = (date: Date | undefined) => date?.toISOString() ?? ''

function termsOf(page: Page, site: Site): PageDump['terms'] {
  const own = site.termsOf.get(page.id) ?? []
  const found = site.taxonomies.map(({ name, terms }) => {
    const pages = new Set(terms.map((term) => term.page))
    return [name, own.filter((term) => pages.has(term)).map(({ title }) => title)] as const
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
  menus: Object.fromEntries(Object.entries(site.menus).map(([name, items]) => [name, items.map(dumpMenu)])),
})

const dumpMenu = ({ name, url, weight, children }: MenuItem): MenuDump => ({
  name,
  url,
  weight,
  children: children.map(dumpMenu),
})
