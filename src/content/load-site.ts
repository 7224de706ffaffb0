import { type Clock, systemClock } from '../base/clock.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'
import { sortDiagnostics } from '../base/sort-diagnostics.ts'
import { alone, type Workshop } from '../base/workshop.ts'
import type { Config } from '../config/config.ts'
import { createPages } from './create-pages.ts'
import { createSite } from './create-site.ts'
import { loadData } from './data/load-data.ts'
import { loadStrings } from './data/load-strings.ts'
import { readSurroundings } from './data/read-surroundings.ts'
import { findUnread } from './find-unread.ts'
import { joinSites } from './join-sites.ts'
import { checkTerms } from './lists/check-terms.ts'
import { checkNameDates } from './matter/check-name-dates.ts'
import type { Page, PageState } from './page.ts'
import { openSources } from './scan/open-sources.ts'
import { scanLanguages } from './scan/scan-languages.ts'
import { sortSources } from './scan/sort-sources.ts'
import { createSourceTexts } from './scan/source-texts.ts'
import type { Site } from './site.ts'
import { checkPermalinks } from './url/check-permalinks.ts'

export type LoadOptions = {
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
  /** What to show beside published pages. */
  readonly show: readonly Exclude<PageState, 'published'>[]
  /** Where pages are made. */
  readonly workshop?: Workshop
  /** A digest of what every page depends on: the config, and the program itself. */
  readonly ground?: string
  /** Tells files that were written just now. */
  readonly clock?: Clock
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
  /** What is wrong in pages, which are left out then, and what wants the address of another. */
  readonly errors: readonly Diagnostic[]
  readonly warnings: readonly Diagnostic[]
}

/**
 * Reads the content folder and freezes the site.
 *
 * @throws SiteError with every mistake in any front matter, and every collision of URLs
 */
export async function loadSite(config: Config, options: LoadOptions): Promise<LoadedSite> {
  const loaded = await collectSite(config, options)
  if (loaded.errors.length > 0) throw new SiteError(sortDiagnostics(loaded.errors))
  return loaded
}

/**
 * Reads the content folder and freezes what of the site can be read, so that the rest of it can be looked through for
 * mistakes as well.
 *
 * @throws SiteError where there is nothing to go on with: no content folder, say, or broken data files
 */
export async function collectSite(
  config: Config,
  { now, show, workshop = alone, ground = '', clock = systemClock }: LoadOptions,
): Promise<LoadedSite> {
  const configs = config.languages.flatMap(({ code }) =>
    [config, ...config.translations].filter(({ language }) => language.code === code),
  )
  const found = await workshop.once('scan', () => scanLanguages(configs, clock))
  const surroundings = await workshop.once('surroundings', () => readSurroundings(config))
  const { data, diagnostics: inData } = await loadData(surroundings.data)
  const { tables, diagnostics: inStrings } = await loadStrings(surroundings.strings)
  const beside = [...inData, ...inStrings]
  const texts = createSourceTexts()
  const contents = found.contents.map((content, index) => {
    const own = configs[index] ?? config
    return { config: own, files: content.files, sources: openSources(content, own) }
  })
  const languages = contents.map(({ sources, config: own }) => sortSources(sources, own))
  const pages = await createPages({ languages, texts, ground, workshop, now })
  const created = contents.flatMap(({ config: own, files }, index) => {
    const made = pages[index]
    return made ? [{ ...made, config: own, files, all: made.pages }] : []
  })
  const inContent = [...found.diagnostics, ...created.flatMap((each) => each.diagnostics)]
  // Nobody could tell what is wrong in a page from what it misses in a file of data.
  if (beside.some(isError)) throw new SiteError(sortDiagnostics([...beside, ...inContent].filter(isError)))
  const states: readonly PageState[] = ['published', ...show]
  const leftOut = created.flatMap(({ all }) => all.filter(({ state }) => !states.includes(state)))
  const unread = created.flatMap((each) => each.unread)
  const joined = joinSites({
    leftOut,
    isUnread: findUnread(unread),
    data,
    tables,
    surroundings: surroundings.digest,
    sites: created.map(({ config: own, all, files }) =>
      orTellAll(inContent.filter(isError), () =>
        createSite({ config: own, pages: all.filter(({ state }) => states.includes(state)), all, files }),
      ),
    ),
  })
  const { sites } = joined
  const diagnostics = [...inContent, ...joined.diagnostics]
  const site = sites.find(({ config: own }) => own === config) ?? sites[0]
  if (!site) throw new TypeError('a site has one language at least')
  return {
    site,
    sites,
    leftOut,
    unmounted: found.unmounted,
    bundled: created.flatMap(({ bundled }) => bundled),
    errors: diagnostics.filter(isError),
    warnings: [
      ...config.warnings,
      ...beside,
      ...diagnostics.filter((diagnostic) => !isError(diagnostic)),
      ...sites.flatMap((each) => [
        ...missingDates(each),
        ...checkTerms(each),
        ...checkPermalinks(each),
        ...checkNameDates(each),
      ]),
    ],
  }
}

const isError = ({ severity }: Diagnostic) => severity === 'error'

/** Where a stage cannot go on, what was found before is told as well. */
function orTellAll<Value>(found: readonly Diagnostic[], work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    throw new SiteError(sortDiagnostics([...found, ...error.diagnostics]), { cause: error })
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
