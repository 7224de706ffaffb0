import type { Clock } from './base/clock.ts'
import type { Diagnostic } from './base/diagnostic.ts'
import { forEachConcurrent } from './base/for-each-concurrent.ts'
import { withLock } from './base/lock.ts'
import { SiteError } from './base/site-error.ts'
import type { Config } from './config/config.ts'
import { type LoadedSite, loadSite } from './content/load-site.ts'
import type { PageState } from './content/page.ts'
import type { Site } from './content/site.ts'
import type { RenderedSite } from './markdown/render-all.ts'
import { checkLayouts } from './output/check-layouts.ts'
import { claimFiles } from './output/claim-files.ts'
import { createRedirects } from './output/create-redirects.ts'
import type { Edition } from './output/edition.ts'
import { fingerprintInputs } from './output/fingerprint-inputs.ts'
import { type Document, listDocuments } from './output/list-documents.ts'
import { listStatic } from './output/read-static.ts'
import { beginRelease } from './release/begin-release.ts'
import type { Manifest } from './release/manifest.ts'
import type { Release } from './release/release.ts'
import { releasesLock } from './release/release-paths.ts'
import { loadTheme } from './theme/load-theme.ts'
import type { Theme } from './theme/theme.ts'
import { version } from './version.ts'

/** Files written at once: enough to keep both the disk and the compressors at work. */
const WRITES = 16

export type BuildOptions = {
  readonly config: Config
  readonly clock: Clock
  /** What to show beside published pages. */
  readonly show?: readonly Exclude<PageState, 'published'>[]
  readonly onProgress?: (progress: Progress) => void
}

/** How far a build has come: of the pages rendered and the files written, together. */
export type Progress = { readonly done: number; readonly total: number }

export type BuildResult = {
  readonly release: Release
  /** False where the site came out as it was, so that the release before stays. */
  readonly changed: boolean
  readonly warnings: readonly Diagnostic[]
  readonly milliseconds: number
}

/**
 * Builds the site in `config.root` and publishes it there: config → content → markdown → theme → output → release.
 * Either the link `public` leads to a whole new release afterwards, or nothing has changed.
 *
 * @throws SiteError with every mistake that was found
 */
export async function build({
  config,
  clock,
  show: asked = [],
  onProgress,
}: BuildOptions): Promise<BuildResult> {
  const started = performance.now()
  const show = [...new Set([...config.show, ...asked])]
  return withLock(releasesLock(config.root), { guards: 'the releases', patience: 60_000 }, async () => {
    const now = clock()
    const inputs = await fingerprintInputs(config, { version, show, now })
    const bundling = loadTheme({ root: config.root, name: config.theme, version })
    const reading = loadSite(config, { now, show })
    // The theme is bundled in a process of its own; what the later stages need is loaded while that is at work.
    await Promise.allSettled([reading, Promise.race([bundling, reading])])
    const [{ renderAll }, { listArtifacts }] = await loadLaterStages()
    const [loaded, theme] = await all([reading, bundling])
    const { sites } = loaded
    checkLayouts(sites, theme)

    const statics = await listStatic(config)
    const files = { sites, theme, statics }
    const total = countSteps(files)
    let done = 0
    const step = () => onProgress?.({ done: ++done, total: Math.max(done, total) })

    const { editions, warnings: told } = await renderEditions(sites, (site) =>
      renderAll(site, step, theme.shortcodes),
    )
    const cardOf = () => undefined
    const documents = editions.flatMap((edition) => listDocuments({ edition, sites, theme, cardOf }))
    const claims = claimFiles({ ...files, documents })
    const { redirects, pages: aliases, warnings: unused } = createRedirects({ sites, documents, claims })
    const warnings = [...loaded.warnings, ...told, ...unused]
    const draft = await beginRelease({ root: config.root, clock, reserved: compressedNames(files) })
    try {
      const artifacts = listArtifacts({ editions, theme, documents, aliases, statics })
      await forEachConcurrent(artifacts, WRITES, async (artifact) => {
        await draft.add(artifact)
        step()
      })
      const { release, changed } = await draft.finish({
        generator: version,
        inputs,
        counts: countsOf(loaded, documents),
        warnings,
        redirects,
        gone: [],
        schedule: scheduleOf(sites),
      })
      return {
        release,
        changed,
        warnings,
        milliseconds: performance.now() - started,
      }
    } catch (error) {
      // Whatever else goes wrong, the author is told of what went wrong first.
      await draft.abandon().catch(() => {})
      throw error
    }
  })
}

const loadLaterStages = () =>
  Promise.all([import('./markdown/render-all.ts'), import('./output/list-artifacts.ts')])

/** Waits for both, and tells of both where both fail. */
async function all<A, B>([a, b]: readonly [Promise<A>, Promise<B>]): Promise<readonly [A, B]> {
  const [first, second] = await Promise.allSettled([a, b])
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value]
  const reasons = [first, second].flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const stranger = reasons.find((reason) => !(reason instanceof SiteError))
  if (stranger !== undefined) throw stranger
  throw new SiteError(reasons.flatMap(({ diagnostics }: SiteError) => diagnostics))
}

/** Renders every language, and tells the mistakes of all of them at once. */
async function renderEditions(
  sites: readonly Site[],
  render: (site: Site) => Promise<RenderedSite>,
): Promise<{ readonly editions: readonly Edition[]; readonly warnings: readonly Diagnostic[] }> {
  const editions: Edition[] = []
  const warnings: Diagnostic[] = []
  const errors: Diagnostic[] = []
  for (const site of sites) {
    try {
      const outcome = await render(site)
      editions.push({ site, rendered: outcome.rendered })
      warnings.push(...outcome.warnings)
    } catch (error) {
      if (!(error instanceof SiteError)) throw error
      errors.push(...error.diagnostics)
    }
  }
  if (errors.length > 0) throw new SiteError(errors)
  return { editions, warnings }
}

/** Moments at which another build gives another site, in any language. */
const scheduleOf = (sites: readonly Site[]): readonly string[] =>
  [...new Set(sites.flatMap(({ schedule }) => schedule.map((moment) => moment.toISOString())))].sort()

const countsOf = ({ sites, leftOut }: LoadedSite, documents: readonly Document[]): Manifest['counts'] => ({
  pages: documents.length,
  posts: sites.reduce((sum, { posts }) => sum + posts.length, 0),
  tags: sites.flatMap(({ taxonomies }) => taxonomies).reduce((sum, { terms }) => sum + terms.length, 0),
  leftOut: {
    drafts: leftOut.filter(({ state }) => state === 'draft').length,
    future: leftOut.filter(({ state }) => state === 'future').length,
    expired: leftOut.filter(({ state }) => state === 'expired').length,
  },
})

type Files = {
  readonly sites: readonly Site[]
  readonly theme: Theme
  readonly statics: readonly string[]
}

/** What there is to render and to write, as far as it is known before. */
const countSteps = ({ sites, theme, statics }: Files) =>
  sites.reduce((sum, { pages, resources }) => sum + pages.length * 2 + resources.length, 0) +
  statics.length +
  theme.files.length

/** The author's own files that are named as the compressed form of another would be. */
function compressedNames({ sites, theme, statics }: Files): ReadonlySet<string> {
  const own = [
    ...statics,
    ...sites.flatMap(({ resources }) => resources.map(({ url }) => url.slice(1))),
    ...theme.files.map((file) => file.path),
  ]
  return new Set(own.filter((file) => /\.(br|gz)$/.test(file)))
}
