import type { Diagnostic } from '../base/diagnostic.ts'
import { createFinder } from './create-finder.ts'
import { createTranslate } from './data/create-translate.ts'
import type { StringTable } from './data/load-strings.ts'
import { findCollisions } from './find-collisions.ts'
import { listClaims } from './list-claims.ts'
import { createMenus } from './menus/create-menus.ts'
import type { Page, PageState } from './page.ts'
import { groupResources } from './resources/group-resources.ts'
import { shareResources } from './resources/share-resources.ts'
import { splitLanguage } from './scan/split-language.ts'
import type { Site } from './site.ts'

export type JoinedSites = {
  readonly sites: readonly Site[]
  /** Errors where two things want one address, warnings of menus. */
  readonly diagnostics: readonly Diagnostic[]
}

export type JoinInput = {
  /** One for each language, in their order. */
  readonly sites: readonly Site[]
  /** The pages that this build does not show. */
  readonly leftOut: readonly Page[]
  /** Whether a name may be that of a page that could not be read. */
  readonly isUnread: Site['isUnread']
  readonly data: Site['data']
  readonly tables: ReadonlyMap<string, StringTable>
  /** A digest of what the data and the tables were read from. */
  readonly surroundings: string
}

/**
 * Ties the languages of a site together: translations, files that several share, what one calls the pages of another,
 * and moments of publication. Only then menus can lead somewhere.
 */
export function joinSites({ sites, leftOut, isUnread, data, tables, surroundings }: JoinInput): JoinedSites {
  const schedule = mergeSchedules(sites)
  const groups = groupTranslations(sites)
  const finders = new Map(sites.map((site) => [site.config.language.code, createFinder(site)]))
  const hidden = new Map(
    sites.map(({ config }) => {
      const { code } = config.language
      const pages = leftOut.filter(({ language }) => language === code)
      return [code, createFinder({ config, pages })]
    }),
  )
  const joined = sites.map((site) => {
    // A language that lacks something has it from the default one first.
    const others = sites
      .filter((other) => other !== site)
      .toSorted((a, b) => Number(b.config.language.isDefault) - Number(a.config.language.isDefault))
    const { code } = site.config.language
    const { menus, diagnostics } = createMenus(site, {
      find: (ref) => finders.get(code)?.find(ref),
      explain: (ref) => reasons[hidden.get(code)?.find(ref)?.state ?? 'published'],
      isElsewhere: (ref) =>
        isUnread(ref) || others.some((other) => finders.get(other.config.language.code)?.find(ref)),
    })
    const resources = others.length === 0 ? site.resources : shareResources(site, others)
    const whole: Site = {
      ...site,
      resources,
      resourcesOf: groupResources(resources),
      translations: translationsOf(site, groups),
      bySource: joinByPath(site, { others, of: ({ bySource }) => bySource }),
      resourceUrls: joinByPath(site, { others, of: ({ resourceUrls }) => resourceUrls }),
      findPage: (ref, from, language = code) => finders.get(language)?.find(ref, from),
      findHidden: (ref, from, language = code) => hidden.get(language)?.find(ref, from),
      pagesNamed: (name) => finders.get(code)?.named(name) ?? [],
      isUnread,
      menus,
      data,
      translate: createTranslate(tables, site.config),
      schedule,
      surroundings,
    }
    return { whole, diagnostics }
  })
  return {
    sites: joined.map(({ whole }) => whole),
    diagnostics: [
      ...findCollisions(sites.flatMap(listClaims)),
      ...joined.flatMap(({ diagnostics }) => diagnostics),
    ],
  }
}

const reasons: Readonly<Record<PageState, string | undefined>> = {
  published: undefined,
  draft: 'it is a draft',
  future: 'it is not published yet',
  expired: 'it has expired',
}

function mergeSchedules(sites: readonly Site[]): readonly Date[] {
  const moments = new Set(sites.flatMap(({ schedule }) => schedule.map((date) => date.getTime())))
  return [...moments].sort((a, b) => a - b).map((moment) => new Date(moment))
}

/** The pages that are one page in several languages, in the order of languages: by where they lie, and by key. */
function groupTranslations(sites: readonly Site[]): ReadonlyMap<string, readonly Page[]> {
  const groups = new Map<string, Page[]>()
  if (sites.length < 2) return groups
  for (const page of sites.flatMap(({ pages }) => pages)) {
    for (const key of new Set([keyOfPlace(page), keyOf(page)])) {
      const group = groups.get(key)
      if (group) group.push(page)
      else groups.set(key, [page])
    }
  }
  return groups
}

const keyOfPlace = ({ kind, path }: Page) => `${kind}:${path}`

/**
 * A page's translations have the author's key, within a kind (Hugo's manual, "translationKey"); those of a page without
 * one lie where it lies, whether or not they have a key (measured with Hugo 0.169).
 */
const keyOf = (page: Page) =>
  page.matter.translationKey === undefined ? keyOfPlace(page) : `${page.kind} ${page.matter.translationKey}`

function translationsOf(site: Site, groups: ReadonlyMap<string, readonly Page[]>): Site['translations'] {
  if (groups.size === 0) return new Map()
  return new Map(
    site.pages.flatMap((page) => {
      const others = (groups.get(keyOf(page)) ?? []).filter(({ language }) => language !== page.language)
      return others.length === 0 ? [] : [[page.id, others] as const]
    }),
  )
}

type Joining<Value> = {
  readonly others: readonly Site[]
  readonly of: (site: Site) => ReadonlyMap<string, Value>
}

/**
 * What a path means in a language: its own version of the file, whether or not the path names the language, else
 * that of another. An author links to `other.md` and `picture.png` in every language.
 */
function joinByPath<Value>(site: Site, { others, of }: Joining<Value>): ReadonlyMap<string, Value> {
  const { code } = site.config.language
  const own = of(site)
  if (others.length === 0) return own
  const unnamed = [...own].map(([path, value]) => [splitLanguage(path, [code]).path, value] as const)
  return new Map([...others.toReversed().flatMap((other) => [...of(other)]), ...unnamed, ...own])
}
