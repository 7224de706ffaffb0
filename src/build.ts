import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Clock } from './base/clock.ts'
import type { Diagnostic } from './base/diagnostic.ts'
import { ignoreFolder } from './base/ignore-folder.ts'
import { withLock } from './base/lock.ts'
import { type BuildProgress, createProgress, type Progress } from './build-progress.ts'
import type { Config } from './config/config.ts'
import type { LoadedSite } from './content/load-site.ts'
import type { PageState } from './content/page.ts'
import type { Site } from './content/site.ts'
import { digestGround } from './ground.ts'
import { createCardDrawer } from './output/cards/create-card-drawer.ts'
import type { Document } from './output/document.ts'
import { fingerprintInputs, withUrls } from './output/fingerprint-inputs.ts'
import { listFiles } from './output/list-files.ts'
import { writeUrlMemory } from './output/url-memory/write-url-memory.ts'
import { type Plan, planSite } from './plan.ts'
import { beginRelease, type ReleaseDraft, type ReleaseFacts } from './release/begin-release.ts'
import type { Manifest } from './release/manifest.ts'
import type { Release } from './release/release.ts'
import { releasesLock } from './release/release-paths.ts'
import { version } from './version.ts'
import { createWorkshop, type OpenWorkshop } from './workshop/create-workshop.ts'
import { writeFiles } from './write-files.ts'

/** More threads than these wait for the disk, and each holds the whole site. */
const MOST_THREADS = 8

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
  /** What the site is made from, as fingerprintInputs has just said; else that is asked. */
  readonly inputs?: string
  readonly onProgress?: (progress: Progress) => void
}

/** What a thread must know that helps with a build: see assist. */
export type AssistData = Pick<Config, 'root' | 'brokenLinks'> & {
  readonly now: number
  readonly show: readonly Exclude<PageState, 'published'>[]
  readonly ground: string
}

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
  inputs: known,
  onProgress,
}: BuildOptions): Promise<BuildResult> {
  const started = performance.now()
  const show = [...new Set([...config.show, ...asked])]
  const isPreview = !remember || asked.some((state) => !config.show.includes(state))
  return withLock(releasesLock(config.root), { guards: 'the releases', patience: 60_000 }, async () => {
    await ignoreFolder(path.join(config.root, '.inkseal'))
    const now = clock()
    const inputs = known ?? (await fingerprintInputs(config, { version, show, now }))
    const ground = await digestGround(config, now)
    const progress = createProgress(onProgress)
    const drawer = createCardDrawer(config.root)
    const workshop = openWorkshop(
      { root: config.root, brokenLinks: config.brokenLinks, now, show, ground },
      progress,
    )
    let draft: ReleaseDraft | undefined
    try {
      // What can be taken over from the release before is looked up beside everything else.
      draft = await beginRelease({ root: config.root, clock })
      const { target, link } = draft
      await workshop.once('target', async () => target)
      const plan = await planSite({
        config,
        now,
        show,
        workshop,
        ground,
        onLoaded: progress.expect,
        onCards: drawer.begin,
      })
      const files = listFiles({ ...plan, aliases: plan.redirects.pages, ground, now, readCard: drawer.read })
      const entries = await writeFiles(files, { workshop, writer: draft, link })
      // Before the release is there: what readers can open must be remembered, and to remember twice does no harm.
      const urls = isPreview ? undefined : await writeUrlMemory(config.root, plan.memory)
      const { release, changed } = await draft.finish(entries, {
        ...factsOf(plan),
        inputs: urls === undefined ? inputs : withUrls(inputs, urls),
      })
      await workshop.close({ isWhole: true })
      return { release, changed, warnings: plan.warnings, milliseconds: performance.now() - started }
    } catch (error) {
      drawer.stop()
      // Whatever else goes wrong, the author is told of what went wrong first. Nobody may write into what is abandoned.
      await workshop.close({ isWhole: false }).catch(() => {})
      await draft?.abandon().catch(() => {})
      throw error
    }
  })
}

/** What is made stays in the site's own cache; a large site is made by all cores. */
function openWorkshop(data: AssistData, { report }: BuildProgress): OpenWorkshop {
  const file = new URL(`./assist${path.extname(import.meta.url)}`, import.meta.url)
  return createWorkshop({
    dir: path.join(data.root, '.inkseal/cache/made'),
    threads: { program: { file, data }, most: Math.min(availableParallelism(), MOST_THREADS) - 1 },
    onDone: report,
  })
}

const factsOf = ({ sites, loaded, documents, warnings, redirects }: Plan): Omit<ReleaseFacts, 'inputs'> => ({
  generator: version,
  counts: countsOf(loaded, documents),
  warnings,
  redirects: redirects.redirects,
  gone: redirects.gone,
  schedule: scheduleOf(sites),
})

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
