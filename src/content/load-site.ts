import type { Diagnostic } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'
import { sortDiagnostics } from '../base/sort-diagnostics.ts'
import type { Config } from '../config/config.ts'
import type { LanguageContent } from './assign-languages.ts'
import { checkTerms } from './check-terms.ts'
import { createPage } from './create-page.ts'
import { createSite } from './create-site.ts'
import { joinSites } from './join-sites.ts'
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
  const found = await scanLanguages(configs)
  const created = found.contents.map((content) => createPages(content, now))
  const errors = [
    ...found.diagnostics.filter(({ severity }) => severity === 'error'),
    ...created.flatMap(({ diagnostics }) => diagnostics),
  ]
  if (errors.length > 0) throw new SiteError(sortDiagnostics(errors))
  const states: readonly PageState[] = ['published', ...show]
  const leftOut = created.flatMap(({ all }) => all.filter(({ state }) => !states.includes(state)))
  const { sites, diagnostics } = joinSites({
    leftOut,
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
    warnings: [
      ...found.diagnostics,
      ...diagnostics,
      ...sites.flatMap((each) => [...missingDates(each), ...checkTerms(each)]),
    ],
  }
}

function createPages({ config, sources, files }: LanguageContent, now: number) {
  const all: Page[] = []
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    try {
      all.push(createPage(source, { config, now }))
    } catch (error) {
      if (!(error instanceof SiteError)) throw error
      diagnostics.push(...error.diagnostics)
    }
  }
  return { config, files, all, diagnostics }
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
