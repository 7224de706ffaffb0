import type { Diagnostic } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'
import { sortDiagnostics } from '../base/sort-diagnostics.ts'
import type { Config } from '../config/config.ts'
import { checkTerms } from './check-terms.ts'
import { createPage } from './create-page.ts'
import { createSite } from './create-site.ts'
import type { Page, PageState } from './page.ts'
import { type Scan, scan } from './scan.ts'
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
  readonly warnings: readonly Diagnostic[]
}

/**
 * Reads the content folder and freezes the site.
 *
 * @throws SiteError with every mistake in any front matter, or with every collision of URLs
 */
export async function loadSite(config: Config, { now, show }: LoadOptions): Promise<LoadedSite> {
  const found = await scan(config.contentDir)
  const { pages: all, diagnostics } = createPages(found, config, now)
  const errors = [...found.diagnostics.filter(({ severity }) => severity === 'error'), ...diagnostics]
  if (errors.length > 0) throw new SiteError(sortDiagnostics(errors))
  const states: readonly PageState[] = ['published', ...show]
  const pages = all.filter(({ state }) => states.includes(state))
  const site = createSite({ config, pages, all, files: found.files })
  const leftOut = all.filter(({ state }) => !states.includes(state))
  return {
    site,
    sites: [site],
    leftOut,
    warnings: [...found.diagnostics, ...missingDates(site), ...checkTerms(site)],
  }
}

function createPages({ sources }: Scan, config: Config, now: number) {
  const pages: Page[] = []
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    try {
      pages.push(createPage(source, { config, now }))
    } catch (error) {
      if (!(error instanceof SiteError)) throw error
      diagnostics.push(...error.diagnostics)
    }
  }
  return { pages, diagnostics }
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
