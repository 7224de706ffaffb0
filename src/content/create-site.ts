import type { Config } from '../config/config.ts'
import { isReadable } from './formats-of.ts'
import { comparePages } from './lists/compare-pages.ts'
import { createList } from './lists/create-list.ts'
import { createRelated } from './lists/create-related.ts'
import { createSections } from './lists/create-sections.ts'
import { createTaxonomies } from './lists/create-taxonomies.ts'
import { dateList } from './lists/date-list.ts'
import { type ListContext, listContext } from './lists/list-context.ts'
import { pagesBelow } from './lists/pages-below.ts'
import type { Page } from './page.ts'
import { groupResources } from './resources/group-resources.ts'
import { placeResources } from './resources/place-resources.ts'
import { splitLanguage } from './scan/split-language.ts'
import type { Neighbours, Section, Site } from './site.ts'

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
  const context = listContext(all.map(ancestorIn(config)), { config })
  const regular = pages.filter(({ kind }) => kind === 'page').sort(compare)
  const dated = [...regular, ...pages.filter(({ kind }) => kind === 'section')]
  const undated = createSections({
    pages: [...regular, ...pages.filter(({ kind }) => kind !== 'page')],
    all,
    context,
  })
  // Also what their lists leave out: the dates are those of all that lies below.
  const below = pagesBelow(
    undated.map(({ page }) => page),
    dated,
  )
  const sections = undated
    .map((section) => ({ ...section, page: dateList(section.page, below.get(section.page.path) ?? []) }))
    .sort((a, b) => compare(a.page, b.page))
  const home = dateList(pages.find(({ kind }) => kind === 'home') ?? generatedHome(context), dated)
  const { taxonomies, termsOf } = createTaxonomies({
    context,
    all,
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
    config,
  })
  return {
    config,
    title: config.site.title ?? home.title,
    home,
    posts: regular.filter(({ matter }) => matter.build.list === 'always').filter(isPost(config)),
    pages: everything,
    sections,
    taxonomies,
    resources,
    resourcesOf: groupResources(resources),
    resourceUrls: new Map(resources.filter(({ published }) => published).map(({ path, url }) => [path, url])),
    byUrl: new Map(everything.filter(hasUrl).map((page) => [page.url, page])),
    bySource: new Map(everything.map((page) => [page.id, page])),
    neighbours: findNeighbours(sections, config),
    termsOf,
    translations: new Map(),
    menus: {},
    related: createRelated(
      regular.filter((page) => isReadable(page, config)),
      config.related,
    ),
    data: {},
    translate: () => undefined,
    findPage: () => undefined,
    findHidden: () => undefined,
    pagesNamed: () => [],
    isUnread: () => false,
    schedule: scheduleOf(all),
    surroundings: '',
  }
}

/** What is never rendered has no address either (Hugo's manual, "Build options"). */
const hasUrl = ({ matter }: Page) => matter.build.render !== 'never'

const ancestorIn =
  ({ language }: Config) =>
  ({ id, kind, path, matter }: Page) => ({
    kind,
    path,
    file: splitLanguage(id, [language.code]).path,
    slug: matter.slug,
    title: matter.title,
    cascade: matter.cascade,
    origin: undefined,
  })

const generatedHome = (context: ListContext) =>
  createList(
    {
      id: '_index.md',
      kind: 'home',
      title: context.config.site.title ?? new URL(context.config.site.url).host,
    },
    context,
  )

/** Regular pages in a section; in those of `mainSections` alone, where the config names some. */
const isPost = ({ mainSections }: Config): ((page: Page) => boolean) =>
  mainSections ? ({ section }) => mainSections.includes(section) : ({ section }) => section !== ''

/**
 * A page's neighbours are those of the nearest section that it lies in (Hugo's `NextInSection`), as far as a link can
 * lead to them.
 */
function findNeighbours(sections: readonly Section[], config: Config): ReadonlyMap<string, Neighbours> {
  const found = new Map<string, Neighbours>()
  const taken = new Set<Page>()
  // The deepest sections come first and take their pages.
  for (const { pages } of sections.toSorted((a, b) => depthOf(b) - depthOf(a))) {
    const own = pages.filter((page) => !taken.has(page) && isReadable(page, config))
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
