import type { Config } from '../config/config.ts'
import { comparePages } from './compare-pages.ts'
import { createGeneratedPage, titleFromSegment } from './create-page.ts'
import { createTaxonomies } from './create-taxonomies.ts'
import { dateList } from './date-list.ts'
import type { Page } from './page.ts'
import { placeResources } from './place-resources.ts'
import type { Neighbours, Section, Site } from './site.ts'
import { urlize } from './urlize.ts'

export type SiteInput = {
  readonly config: Config
  /** The pages that this build shows. */
  readonly pages: readonly Page[]
  /** All pages, those that it does not show included: the schedule and the collisions need them. */
  readonly all: readonly Page[]
  /** Paths of the content's other files. */
  readonly files: readonly string[]
}

/**
 * Freezes one language of the site: sections, terms, neighbours and every URL. What it has to do with the other
 * languages is `joinSites`'s.
 */
export function createSite({ config, pages, all, files }: SiteInput): Site {
  const compare = comparePages(config.site.language)
  const regular = pages.filter(({ kind }) => kind === 'page').sort(compare)
  const sections = createSections(pages, { regular, config })
    .map((section) => ({ ...section, page: dateList(section.page, section.pages) }))
    .sort((a, b) => compare(a.page, b.page))
  const home = dateList(pages.find(({ kind }) => kind === 'home') ?? generatedHome(config), regular)
  const { taxonomies, termsOf } = createTaxonomies({
    config,
    pages: [
      home,
      ...sections.map(({ page }) => page),
      ...regular,
      ...pages.filter(({ kind }) => kind === 'taxonomy' || kind === 'term'),
    ],
    compare,
  })
  const lists = [
    home,
    ...sections.map(({ page }) => page),
    ...taxonomies.flatMap(({ page, terms }) => [page, ...terms.map((term) => term.page)]),
  ]
  const everything = [...lists, ...regular]
  const resources = placeResources(files, {
    pages: everything,
    all,
    contentDir: config.contentDir,
    prefix: config.language.prefix,
  })
  return {
    config,
    title: config.site.title ?? home.title,
    home,
    posts: regular.filter(isPost(config)),
    pages: everything,
    sections,
    taxonomies,
    resources,
    resourceUrls: new Map(resources.map(({ path, url }) => [path, url])),
    byUrl: new Map(everything.map((page) => [page.url, page])),
    bySource: new Map(everything.map((page) => [page.id, page])),
    neighbours: findNeighbours(sections),
    termsOf,
    translations: new Map(),
    menus: {},
    related: () => [],
    data: {},
    translate: () => undefined,
    findPage: () => undefined,
    schedule: scheduleOf(all),
  }
}

const generatedHome = (config: Config) =>
  createGeneratedPage(
    {
      id: '_index.md',
      kind: 'home',
      title: config.site.title ?? new URL(config.site.url).host,
      language: config.language.code,
    },
    `${config.language.prefix}/`,
  )

/** A first-level folder is a section; a deeper one only with an `_index.md` (Hugo's manual, "Sections"). */
function createSections(
  pages: readonly Page[],
  { regular, config }: { regular: readonly Page[]; config: Config },
): readonly Section[] {
  const described = pages.filter(({ kind }) => kind === 'section')
  const names = new Set(regular.map(({ section }) => section).filter((section) => section !== ''))
  for (const { id } of described) names.delete(id.replace(/\/_index\.[^/]+$/, ''))
  // A taxonomy's list is what its folder's address shows, whatever pages lie there.
  for (const name of Object.values(config.taxonomies)) names.delete(name)
  const generated = [...names].map((name) =>
    createGeneratedPage(
      {
        id: `${name}/_index.md`,
        kind: 'section',
        title: titleFromSegment(name),
        language: config.language.code,
      },
      `${config.language.prefix}/${urlize(name)}/`,
    ),
  )
  return [...described, ...generated].map((page) => {
    const folder = page.id.replace(/_index\.[^/]+$/, '')
    // A bundle in the root folder (`about/index.md`) is a page and no section of itself.
    return { page, pages: regular.filter(({ id }) => id.startsWith(folder)) }
  })
}

/** Regular pages in a section; in those of `mainSections` alone, where the config's params name some. */
function isPost({ params }: Config): (page: Page) => boolean {
  const key = Object.keys(params).find((name) => name.toLowerCase() === 'mainsections')
  const main = key === undefined ? undefined : params[key]
  return Array.isArray(main) ? ({ section }) => main.includes(section) : ({ section }) => section !== ''
}

/** A page's neighbours are those of the nearest section that it lies in (Hugo's `NextInSection`). */
function findNeighbours(sections: readonly Section[]): ReadonlyMap<string, Neighbours> {
  const found = new Map<string, Neighbours>()
  const taken = new Set<Page>()
  // The deepest sections come first and take their pages.
  for (const { pages } of sections.toSorted((a, b) => depthOf(b) - depthOf(a))) {
    const own = pages.filter((page) => !taken.has(page))
    // Lists are newest first: the page before stands after.
    own.forEach((page, index) => {
      taken.add(page)
      found.set(page.id, { previous: own[index + 1], next: own[index - 1] })
    })
  }
  return found
}

const depthOf = ({ page }: Section) => page.id.split('/').length

function scheduleOf(pages: readonly Page[]): readonly Date[] {
  const moments = pages.flatMap(({ state, matter }) => {
    if (state === 'draft' || state === 'expired') return []
    return [state === 'future' ? matter.publishDate : undefined, matter.expiryDate].filter(
      (date) => date !== undefined,
    )
  })
  return moments.sort((a, b) => a.getTime() - b.getTime())
}
