import type { Diagnostic } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'
import { sortDiagnostics } from '../base/sort-diagnostics.ts'
import type { Config } from '../config/config.ts'
import { checkNameDates } from './check-name-dates.ts'
import { checkPermalinks } from './check-permalinks.ts'
import { checkTerms } from './check-terms.ts'
import { createPages } from './create-pages.ts'
import { createSite } from './create-site.ts'
import { joinSites } from './join-sites.ts'
import { loadData } from './load-data.ts'
import { loadStrings } from './load-strings.ts'
import type { Page, PageState } from './page.ts'
import { scanLanguages } from './scan-languages.ts'
import type { Site } from './site.ts'

export type LoadOptions = {
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
  /** What to show beside published pages. */
  readonly show: readonly Exclude<PageState, 'published'>[]
}

export type LoadedSite = {
  /** That of the default language. */
  readonly site: Site
  /** One for each language, in their order. */
  readonly sites: readonly Site[]
  /** The pages that are not shown. */
  readonly leftOut: readonly Page[]
  /** Files of languages that are switched off, as their author knows them. */
  readonly unmounted: readonly string[]
  /** Files inside a page's bundle that are parts of it, as their author knows them. */
  readonly bundled: readonly string[]
  readonly warnings: readonly Diagnostic[]
}

/**
 * Reads the content folder and freezes the site.
 *
 * @throws SiteError with every mistake in any front matter, or with every collision of URLs
 */
export async function loadSite(config: Config, { now, show }: LoadOptions): Promise<LoadedSite> {
  const configs = config.languages.flatMap(({ code }) =>
    [config, ...config.translations].filter(({ language }) => language.code === code),
  )
  const [found, { data, diagnostics: inData }, { tables, diagnostics: inStrings }] = await Promise.all([
    scanLanguages(configs),
    loadData(config.dataDir, config.root),
    loadStrings(config.i18nDir, config.root),
  ])
  const beside = [...inData, ...inStrings]
  const created = found.contents.map(({ config: own, sources, files }) => {
    const { pages, bundled, diagnostics } = createPages(sources, { config: own, now })
    return { config: own, files, all: pages, bundled, diagnostics }
  })
  const errors = [
    ...[...found.diagnostics, ...beside].filter(({ severity }) => severity === 'error'),
    ...created.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === 'error'),
  ]
  if (errors.length > 0) throw new SiteError(sortDiagnostics(errors))
  const states: readonly PageState[] = ['published', ...show]
  const leftOut = created.flatMap(({ all }) => all.filter(({ state }) => !states.includes(state)))
  const { sites, diagnostics } = joinSites({
    leftOut,
    data,
    tables,
    sites: created.map(({ config: own, all, files }) =>
      createSite({ config: own, pages: all.filter(({ state }) => states.includes(state)), all, files }),
    ),
  })
  const site = sites.find(({ config: own }) => own === config) ?? sites[0]
  if (!site) throw new TypeError('a site has one language at least')
  return {
    site,
    sites,
    leftOut,
    unmounted: found.unmounted,
    bundled: created.flatMap(({ bundled }) => bundled),
    warnings: [
      ...config.warnings,
      ...found.diagnostics,
      ...beside,
      ...created.flatMap((each) => each.diagnostics),
      ...diagnostics,
      ...sites.flatMap((each) => [
        ...missingDates(each),
        ...checkTerms(each),
        ...checkPermalinks(each),
        ...checkNameDates(each),
      ]),
    ],
  }
}

/** A post without a date among dated ones ends up last in every list, and its author wonders where it went. */
function missingDates(site: Site): readonly Diagnostic[] {
  const dated = new Set(site.posts.filter(({ matter }) => matter.date).map(({ section }) => section))
  return site.posts
    .filter(
      ({ matter, section, source }) => !matter.date && matter.weight === 0 && source && dated.has(section),
    )
    .map(({ source, section }) => ({
      code: 'matter/missing-date',
      severity: 'warning',
      message: `Cannot put a post in ${section}/ in order: it has no date, so it comes last`,
      hint: 'Add to its front matter: date: 2026-11-24',
      ...(source && { place: placeOfLine(source.path, source.text, { line: 1 }) }),
    }))
}
