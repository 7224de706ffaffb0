import type { Config } from '../config/config.ts'
import { comparePages } from './compare-pages.ts'
import { createGeneratedPage, titleFromSegment } from './create-page.ts'
import { createTaxonomies } from './create-taxonomies.ts'
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
  const home = pages.find(({ kind }) => kind === 'home') ?? generatedHome(config)
  const regular = pages.filter(({ kind }) => kind === 'page').sort(comparePages)
  const sections = createSections(pages, { regular, config })
  const { taxonomies, termsOf } = createTaxonomies({ config, pages, regular })
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
    posts: regular.filter(({ section }) => section !== ''),
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
  return [...described, ...generated].sort(comparePages).map((page) => {
    const folder = page.id.replace(/_index\.[^/]+$/, '')
    // A bundle in the root folder (`about/index.md`) is a page and no section of itself.
    return { page, pages: regular.filter(({ id }) => id.startsWith(folder)) }
  })
}

function findNeighbours(sections: readonly Section[]): ReadonlyMap<string, Neighbours> {
  const found = new Map<string, Neighbours>()
  // Lists are newest first: the page before stands after. Deeper sections come later and win.
  for (const { pages } of [...sections].sort((a, b) => a.page.id.length - b.page.id.length)) {
    pages.forEach((page, index) => {
      found.set(page.id, { previous: pages[index + 1], next: pages[index - 1] })
    })
  }
  return found
}

function scheduleOf(pages: readonly Page[]): readonly Date[] {
  const moments = pages.flatMap(({ state, matter }) => {
    if (state === 'draft' || state === 'expired') return []
    return [state === 'future' ? matter.publishDate : undefined, matter.expiryDate].filter(
      (date) => date !== undefined,
    )
  })
  return moments.sort((a, b) => a.getTime() - b.getTime())
}
