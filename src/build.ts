import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Clock } from './base/clock.ts'
import type { Diagnostic } from './base/diagnostic.ts'
import { ignoreFolder } from './base/ignore-folder.ts'
import { withLock } from './base/lock.ts'
import type { Config } from './config/config.ts'
import type { LoadedSite } from './content/load-site.ts'
import type { PageState } from './content/page.ts'
import type { Site } from './content/site.ts'
import { createCardDrawer } from './output/cards/create-card-drawer.ts'
import { fingerprintInputs, withUrls } from './output/fingerprint-inputs.ts'
import type { Document } from './output/list-documents.ts'
import { writeUrlMemory } from './output/url-memory/write-url-memory.ts'
import { planSite, type SiteFiles } from './plan.ts'
import { beginRelease } from './release/begin-release.ts'
import type { FileEntry, Manifest } from './release/manifest.ts'
import type { Release } from './release/release.ts'
import { releasesLock } from './release/release-paths.ts'
import { version } from './version.ts'

export type BuildOptions = {
  readonly config: Config
  readonly clock: Clock
  /** What to show beside published pages. */
  readonly show?: readonly Exclude<PageState, 'published'>[]
  /**
   * Whether the addresses of this build are remembered (`urls.json`), so that a later one leads on from them. Default:
   * true. What shows more than the config says, such as drafts, is never remembered.
   */
  readonly remember?: boolean
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
  remember = true,
  onProgress,
}: BuildOptions): Promise<BuildResult> {
  const started = performance.now()
  const show = [...new Set([...config.show, ...asked])]
  return withLock(releasesLock(config.root), { guards: 'the releases', patience: 60_000 }, async () => {
    const now = clock()
    await ignoreFolder(path.join(config.root, '.inkseal'))
    const inputs = await fingerprintInputs(config, { version, show, now })
    let total = 0
    let done = 0
    const step = () => onProgress?.({ done: ++done, total: Math.max(done, total) })
    const drawer = createCardDrawer(config.root)
    const onLoaded = (files: SiteFiles) => {
      total = countSteps(files)
    }
    const onCards = drawer.begin
    const plan = await planSite({ config, now, show, onLoaded, onCards, step }).catch((error: unknown) => {
      drawer.stop()
      throw error
    })
    const { sites, loaded, documents, redirects, warnings } = plan
    const { listArtifacts } = await import('./output/list-artifacts.ts')
    const draft = await beginRelease({ root: config.root, clock })
    try {
      const artifacts = listArtifacts({ ...plan, aliases: redirects.pages, readCard: drawer.read })
      const entries: [string, FileEntry][] = []
      for await (const artifact of artifacts) {
        entries.push([artifact.path, draft.write(artifact)])
        step()
        // A server that builds while it serves must come to its turn.
        await setImmediate()
      }
      // Before the release is there: what readers can open must be remembered, and to remember twice does no harm.
      const isPreview = !remember || asked.some((state) => !config.show.includes(state))
      const urls = isPreview ? undefined : await writeUrlMemory(config.root, plan.memory)
      const { release, changed } = await draft.finish(entries, {
        generator: version,
        inputs: urls === undefined ? inputs : withUrls(inputs, urls),
        counts: countsOf(loaded, documents),
        warnings,
        redirects: redirects.redirects,
        gone: redirects.gone,
        schedule: scheduleOf(sites),
      })
      return {
        release,
        changed,
        warnings,
        milliseconds: performance.now() - started,
      }
    } catch (error) {
      drawer.stop()
      // Whatever else goes wrong, the author is told of what went wrong first.
      await draft.abandon().catch(() => {})
      throw error
    }
  })
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

/** What there is to render and to write, as far as it is known before. */
const countSteps = ({ sites, theme, statics, cards }: SiteFiles) =>
  sites.reduce((sum, { pages, resources }) => sum + pages.length * 2 + resources.length, 0) +
  statics.length +
  cards.length +
  theme.files.length
