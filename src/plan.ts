import type { Diagnostic } from './base/diagnostic.ts'
import { SiteError } from './base/site-error.ts'
import { sortDiagnostics } from './base/sort-diagnostics.ts'
import { alone, type Workshop } from './base/workshop.ts'
import type { Config } from './config/config.ts'
import type { Claim } from './content/find-collisions.ts'
import { collectSite, type LoadedSite } from './content/load-site.ts'
import type { PageState } from './content/page.ts'
import type { Site } from './content/site.ts'
import type { RenderedSite } from './markdown/render-all.ts'
import type { PlannedCard } from './output/cards/card.ts'
import { planCards } from './output/cards/plan-cards.ts'
import { checkLayouts } from './output/check-layouts.ts'
import { claimFiles } from './output/claim-files.ts'
import type { Document } from './output/document.ts'
import type { Edition } from './output/edition.ts'
import { listDocuments } from './output/list-documents.ts'
import { listStatic } from './output/read-static.ts'
import { createRedirects, type Redirects } from './output/redirects/create-redirects.ts'
import { followPages } from './output/url-memory/follow-pages.ts'
import { readUrlMemory } from './output/url-memory/read-url-memory.ts'
import type { UrlMemory } from './output/url-memory/url-memory.ts'
import { loadTheme } from './theme/load-theme.ts'
import { shortcodesKey } from './theme/reads-of.ts'
import type { Theme } from './theme/theme.ts'
import { version } from './version.ts'

export type PlanOptions = {
  readonly config: Config
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
  /** What to show beside published pages. */
  readonly show: readonly Exclude<PageState, 'published'>[]
  /** Called with the site before its pages are rendered. */
  readonly onLoaded?: (files: SiteFiles) => void
  /** Where pages and bodies are made. Default: in this thread, and nothing is kept. */
  readonly workshop?: Workshop
  /** See digestGround. Nothing that a workshop keeps is used again without it. */
  readonly ground?: string
  /** A thread that helps another leaves the search for mistakes to that. */
  readonly isHelper?: boolean
  /** Called with the social cards that are needed, as soon as that is known. */
  readonly onCards?: (cards: readonly PlannedCard[]) => void
}

/** What a release is made of. */
export type SiteFiles = {
  readonly sites: readonly Site[]
  readonly theme: Theme
  /** Paths of the static files. */
  readonly statics: readonly string[]
  /** The social cards to draw, each once. */
  readonly cards: readonly PlannedCard[]
}

/** All that a release will hold and nothing written yet: every page rendered, every address known and followed. */
export type Plan = SiteFiles & {
  readonly loaded: LoadedSite
  readonly editions: readonly Edition[]
  readonly documents: readonly Document[]
  readonly claims: readonly Claim[]
  readonly redirects: Redirects
  /** What is to be remembered of the addresses, once the site is published. */
  readonly memory: UrlMemory
  readonly warnings: readonly Diagnostic[]
}

/**
 * Plans the site: config → content → markdown → theme → output. What is wrong in it is told all at once, as far as
 * one mistake does not hide the next.
 *
 * @throws SiteError with every mistake that was found
 */
export async function planSite({
  config,
  now,
  show,
  onLoaded,
  onCards,
  workshop = alone,
  ground = '',
  isHelper = false,
}: PlanOptions): Promise<Plan> {
  const bundling = loadThemeOnce(workshop, () =>
    loadTheme({ root: config.root, name: config.theme, version }),
  )
  const reading = collectSite(config, { now, show, workshop, ground })
  const remembering = workshop.once('urls', () => readUrlMemory(config.root))
  const planning = reading.then(({ sites }) => {
    const planned = planCards(sites)
    onCards?.(planned.cards)
    return planned
  })
  // The theme is bundled in a process of its own; what the later stages need is loaded while that is at work.
  await Promise.allSettled([planning, remembering, Promise.race([bundling, reading])])
  const { renderAll } = await import('./markdown/render-all.ts')
  const [loaded, theme] = await both(reading, bundling)
  const { sites } = loaded
  const before = await remembering
  const { cards, cardOf } = await planning
  const statics = await workshop.once('statics', () => listStatic(config))
  const files = { sites, theme, statics, cards }
  onLoaded?.(files)

  const { shortcodes } = theme
  const rendering = await renderEditions(sites, (site) =>
    renderAll({ site, shortcodes, shortcodesDigest: shortcodesKey(theme, now), workshop, ground }),
  )
  const { editions } = rendering
  const documents = editions.flatMap((edition) =>
    listDocuments({ edition, sites, theme, cardOf, ground, now }),
  )
  const { claims, collisions } = claimFiles({ ...files, documents })
  const followed = followPages(before, loaded)
  const { moved, gone } = followed
  const redirects = createRedirects({ sites, documents, claims, moved, gone })
  const links = isHelper ? [] : await followLinks({ loaded, editions, documents, theme, claims, redirects })
  const found = [
    ...loaded.errors,
    ...loaded.warnings,
    ...checkLayouts(sites, theme),
    ...rendering.errors,
    ...rendering.warnings,
    ...collisions,
    ...redirects.warnings,
    ...links,
  ]
  // Two pages with one address are among the content's mistakes and among all files': they are told once.
  const diagnostics = sortDiagnostics(found)
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new SiteError(diagnostics)
  return {
    ...files,
    loaded,
    editions,
    documents,
    claims,
    redirects,
    memory: followed.memory,
    warnings: diagnostics,
  }
}

/** The theme is bundled by the thread that has begun; the others load what that has left on the disk. */
async function loadThemeOnce(workshop: Workshop, load: () => Promise<Theme>): Promise<Theme> {
  let own: Theme | undefined
  await workshop.once('theme', async () => {
    own = await load()
  })
  return own ?? load()
}

/** Waits for both, and tells of both where one fails. */
async function both(reading: Promise<LoadedSite>, bundling: Promise<Theme>) {
  const [loaded, theme] = await Promise.allSettled([reading, bundling])
  if (loaded.status === 'fulfilled' && theme.status === 'fulfilled')
    return [loaded.value, theme.value] as const
  const reasons = [loaded, theme].flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const stranger = reasons.find((reason) => !(reason instanceof SiteError))
  if (stranger !== undefined) throw stranger
  const inContent = loaded.status === 'fulfilled' ? loaded.value.errors : []
  throw new SiteError([...inContent, ...reasons.flatMap(({ diagnostics }: SiteError) => diagnostics)])
}

/** Renders every language; the mistakes of one do not hide those of the next. */
async function renderEditions(sites: readonly Site[], render: (site: Site) => Promise<RenderedSite>) {
  const editions: Edition[] = []
  const warnings: Diagnostic[] = []
  const errors: Diagnostic[] = []
  for (const site of sites) {
    const outcome = await render(site)
    editions.push({ site, rendered: outcome.rendered })
    warnings.push(...outcome.warnings)
    errors.push(...outcome.errors)
  }
  return { editions, warnings, errors }
}

type Followed = Pick<Plan, 'loaded' | 'editions' | 'documents' | 'theme' | 'claims' | 'redirects'>

async function followLinks({ loaded, editions, documents, theme, claims, redirects }: Followed) {
  const config = editions[0]?.site.config
  if (!config || config.brokenLinks === 'ignore') return []
  const { checkLinks } = await import('./output/links/check-links.ts')
  const { documentIds } = await import('./output/links/document-ids.ts')
  const failed = new Set(
    editions.flatMap(({ site, rendered }) =>
      site.pages.filter(({ id, source }) => source && !rendered.has(id)).map(({ url }) => url),
    ),
  )
  return checkLinks({
    rendered: editions.flatMap(({ rendered }) => [...rendered.values()]),
    origin: config.site.url,
    leftOut: loaded.leftOut,
    isUnread: loaded.site.isUnread,
    files: claims.map(({ file }) => file),
    redirects: Object.keys(redirects.redirects),
    documentIds: documentIds({
      // A page that could not be rendered has no headings: who links to one must not be told of it.
      documents: documents.filter(({ url }) => !failed.has(url)),
      theme,
      root: config.root,
    }),
    severity: config.brokenLinks,
  })
}
