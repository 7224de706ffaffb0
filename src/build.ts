import type { Clock } from './base/clock.ts'
import type { Diagnostic } from './base/diagnostic.ts'
import { forEachConcurrent } from './base/for-each-concurrent.ts'
import { withLock } from './base/lock.ts'
import { SiteError } from './base/site-error.ts'
import type { Config } from './config/config.ts'
import { type LoadedSite, loadSite } from './content/load-site.ts'
import type { PageState } from './content/page.ts'
import type { Site } from './content/site.ts'
import { checkLayouts } from './output/check-layouts.ts'
import { claimFiles } from './output/claim-files.ts'
import { createRedirects } from './output/create-redirects.ts'
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
export async function build({ config, clock, show = [], onProgress }: BuildOptions): Promise<BuildResult> {
  const started = performance.now()
  return withLock(releasesLock(config.root), { guards: 'the releases', patience: 60_000 }, async () => {
    const now = clock()
    const inputs = await fingerprintInputs(config, { version, show, now })
    const bundling = loadTheme({ root: config.root, name: config.theme, version })
    const reading = loadSite(config, { now, show })
    // The theme is bundled in a process of its own; what the later stages need is loaded while that is at work.
    await Promise.allSettled([reading, Promise.race([bundling, reading])])
    const [{ renderAll }, { listArtifacts }] = await loadLaterStages()
    const [loaded, theme] = await all([reading, bundling])
    const { site } = loaded
    checkLayouts(site, theme)

    const statics = await listStatic(config)
    const total = site.pages.length * 2 + site.resources.length + statics.length + theme.files.length
    let done = 0
    const step = () => onProgress?.({ done: ++done, total: Math.max(done, total) })

    const { rendered, warnings: told } = await renderAll(site, step)
    const documents = listDocuments({ site, theme, rendered })
    const claims = claimFiles({ site, theme, documents, statics })
    const { redirects, warnings: unused } = createRedirects({ site, documents, claims })
    const warnings = [...loaded.warnings, ...told, ...unused]
    const draft = await beginRelease({
      root: config.root,
      clock,
      reserved: compressedNames({ site, theme, statics }),
    })
    try {
      const artifacts = listArtifacts({ site, theme, rendered, documents, statics })
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
        schedule: site.schedule.map((moment) => moment.toISOString()),
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

const countsOf = ({ site, leftOut }: LoadedSite, documents: readonly Document[]): Manifest['counts'] => ({
  pages: documents.length,
  posts: site.posts.length,
  tags: site.taxonomies.reduce((sum, { terms }) => sum + terms.length, 0),
  leftOut: {
    drafts: leftOut.filter(({ state }) => state === 'draft').length,
    future: leftOut.filter(({ state }) => state === 'future').length,
    expired: leftOut.filter(({ state }) => state === 'expired').length,
  },
})

type Files = { readonly site: Site; readonly theme: Theme; readonly statics: readonly string[] }

/** The author's own files that are named as the compressed form of another would be. */
function compressedNames({ site, theme, statics }: Files): ReadonlySet<string> {
  const own = [
    ...statics,
    ...site.resources.map(({ url }) => url.slice(1)),
    ...theme.files.map((file) => file.path),
  ]
  return new Set(own.filter((file) => /\.(br|gz)$/.test(file)))
}
