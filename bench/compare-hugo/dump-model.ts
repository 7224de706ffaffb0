import type { Page } from '../../src/content/page.ts'
import type { MenuItem, Site } from '../../src/content/site.ts'
import type { ContentsEntry } from '../../src/markdown/create-contents.ts'
import type { Rendered } from '../../src/markdown/rendered.ts'
import type { Document } from '../../src/output/document.ts'
import type { Plan } from '../../src/plan.ts'
import type { Dump, ListDump, PageDump, SiteDump } from './dump.ts'
import { decode, headingsIn, parseHtml, pathOf, plainText } from './html-facts.ts'

export type Model = Pick<Dump, 'pages' | 'sites'>

/** What the build's own stages know of each page. */
export function dumpModel({ editions, documents }: Pick<Plan, 'editions' | 'documents'>): Model {
  const shown = showDocuments(documents)
  const pages: Record<string, PageDump> = {}
  for (const { site, rendered } of editions) {
    for (const page of site.pages) {
      const view = shown.get(page.url)
      if (view) pages[pathOf(page.url)] = dumpPage(page, { site, rendered: rendered.get(page.id), view })
    }
  }
  return {
    pages,
    sites: Object.fromEntries(editions.map(({ site }) => [site.config.language.code, dumpSite(site)])),
  }
}

/** As `outlineOf` of the HTML that Hugo makes: a level that is skipped is an empty entry. */
const contentsOf = (entries: readonly ContentsEntry[], indent = ''): readonly string[] =>
  entries.flatMap(({ heading, children }) => [
    ...(heading ? [`${indent}${heading.id} ${heading.text}`.trimEnd()] : []),
    ...contentsOf(children, `${indent}  `),
  ])

/** What the layouts are given, of all documents of a page together. */
type Shown = { readonly minutes: number; readonly entries: readonly string[] }

/** By URL path of the page. */
function showDocuments(documents: readonly Document[]): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>()
  for (const document of documents) {
    const props = document.props()
    if (!('page' in props)) continue
    const url = decode(props.page.url)
    const entries = 'entries' in props ? props.entries.map((entry) => decode(entry.url)) : []
    const before = shown.get(url)?.entries ?? []
    shown.set(url, { minutes: props.page.minutes, entries: [...before, ...entries] })
  }
  return shown
}

type Context = { readonly site: Site; readonly rendered: Rendered | undefined; readonly view: Shown }

function dumpPage(page: Page, { site, rendered, view }: Context): PageDump {
  const { matter } = page
  const { titleHeading } = rendered ?? {}
  // It stands before the body, in the layout.
  const title = titleHeading ? `<h1 id="${titleHeading.id}">${titleHeading.html}</h1>` : ''
  const content = parseHtml(title + (rendered?.html ?? ''))
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
    terms: termsOf(page, site),
    translations: (site.translations.get(page.id) ?? []).map(({ url }) => url),
    previous: previous ? nameOf(previous) : '',
    next: next ? nameOf(next) : '',
    headings: headingsIn(content),
    contents: contentsOf(rendered?.contents ?? []),
    summary: plainText(parseHtml((matter.summary === undefined ? title : '') + (rendered?.summary ?? ''))),
    truncated: rendered?.truncated ?? false,
    words: rendered?.words ?? 0,
    // For readers a minute is the least; Hugo says 0 of an empty page.
    minutes: rendered?.words ? view.minutes : 0,
    text: plainText(content),
    resources: site.resources
      .filter(({ owner }) => owner === page.id)
      .map(({ name, title }) => `${name}: ${title}`),
    lists: page.kind === 'page' ? undefined : listsOf(page, { site, view }),
  }
}

/** A page that has no address is called by its file, on both sides. */
const nameOf = ({ url, id, matter }: Page) => (matter.build.render === 'never' ? `/${id}` : pathOf(url))

const nameOfList = ({ url, matter }: Page) => (matter.build.render === 'never' ? '' : pathOf(url))

const iso = (date: Date | undefined) => date?.toISOString() ?? ''

function termsOf(page: Page, site: Site): PageDump['terms'] {
  const own = site.termsOf.get(page.id) ?? []
  const found = site.taxonomies.map(({ name, terms }) => {
    const pages = new Set(terms.map((term) => term.page))
    return [name, own.filter((term) => pages.has(term)).map(({ title }) => title)] as const
  })
  return Object.fromEntries(found.filter(([, titles]) => titles.length > 0))
}

function listsOf(page: Page, { site, view }: Pick<Context, 'site' | 'view'>): ListDump {
  const taxonomy = site.taxonomies.find((candidate) => candidate.page === page)
  return {
    paginated: view.entries,
    terms: (taxonomy?.terms ?? []).map(
      (term) => `${term.pages.length} ${term.page.title} ${nameOfList(term.page)}`,
    ),
  }
}

const dumpSite = (site: Site): SiteDump => ({
  title: site.title,
  regular: site.pages
    .filter(({ kind, matter }) => kind === 'page' && matter.build.list === 'always')
    .map(nameOf),
  menus: Object.fromEntries(
    Object.entries(site.menus).map(([name, items]) => [name, items.flatMap((item) => dumpItem(item))]),
  ),
})

const dumpItem = ({ name, url, weight, children }: MenuItem, indent = ''): readonly string[] => [
  `${indent}${name} ${url} ${weight}`,
  ...children.flatMap((child) => dumpItem(child, `${indent}  `)),
]
