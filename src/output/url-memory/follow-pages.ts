import { isPublishedAs } from '../../content/formats-of.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { similarity } from '../../content/sketch-text.ts'
import { findRenames } from './find-renames.ts'
import type { RememberedPage, UrlMemory } from './url-memory.ts'

export type PagesNow = {
  /** The site in all its languages. */
  readonly sites: readonly Site[]
  /** Pages that are not shown: drafts, say. */
  readonly leftOut: readonly Page[]
}

/** The memory with what is new, and what follows from it. */
export type FollowedPages = {
  readonly memory: UrlMemory
  /** URL path that was left → URL path now. */
  readonly moved: ReadonlyMap<string, string>
  readonly gone: readonly string[]
}

/**
 * Compares the pages of this build with those that are remembered. A page with another URL leads on from its old one,
 * also where its file has another name now; one that is not there any more is gone. A page that is only withdrawn,
 * such as a draft, is neither: it may come back. An address that is published again is forgotten here.
 */
export function followPages(before: UrlMemory, { sites, leftOut }: PagesNow): FollowedPages {
  const now = publishedPages(sites, before)
  const withdrawn = new Set(leftOut.flatMap(({ source }) => source?.path ?? []))
  const known = Object.entries(before.pages)
  const vanished = known.filter(([source]) => !now.has(source) && !withdrawn.has(source))
  const appeared = [...now].filter(([source]) => before.pages[source] === undefined)
  const renames = findRenames(vanished, appeared)
  const sourceNow = (source: string) => renames.get(source) ?? source

  const urls = new Set<string>()
  for (const { url } of now.values()) urls.add(url)
  const moved = new Map(Object.entries(before.moved).map(([from, source]) => [from, sourceNow(source)]))
  for (const [source, { url }] of known)
    if (!urls.has(url) && now.has(sourceNow(source))) moved.set(url, sourceNow(source))
  const pages = new Map(now)
  for (const [source, page] of known) if (withdrawn.has(source) && !now.has(source)) pages.set(source, page)
  const lost = [...moved].filter(([, source]) => !pages.has(source)).map(([from]) => from)
  const gone = new Set([
    ...before.gone,
    ...vanished.filter(([source]) => !renames.has(source)).map(([, { url }]) => url),
    ...lost,
  ])
  // In the order of urls.json, so that the next build, which reads them there, gives the same.
  const kept = [...moved]
    .filter(([from, source]) => pages.has(source) && !urls.has(from))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const leading = new Set(kept.map(([from]) => from))
  const memory = {
    pages: Object.fromEntries(pages),
    moved: Object.fromEntries(kept),
    gone: [...gone].filter((url) => !urls.has(url) && !leading.has(url)).sort(),
  }
  const target = (source: string) => now.get(source)?.url
  return {
    memory,
    moved: new Map(kept.flatMap(([from, source]) => present(from, target(source)))),
    gone: memory.gone,
  }
}

const present = (from: string, to: string | undefined) => (to === undefined ? [] : [[from, to] as const])

/** By source: the pages that their authors wrote and readers can open. */
function publishedPages(sites: readonly Site[], before: UrlMemory): ReadonlyMap<string, RememberedPage> {
  const published = new Map<string, RememberedPage>()
  for (const { pages, config } of sites) {
    for (const page of pages) {
      const { source } = page
      if (source && isPublishedAs(page, 'html', config))
        published.set(source.path, remember(page, before.pages[source.path]))
    }
  }
  return published
}

function remember(
  { url, title, matter, sketch: fresh }: Page,
  before: RememberedPage | undefined,
): RememberedPage {
  // A few words more or less are not worth a line in the next commit.
  const sketch = (similarity(before?.sketch, fresh) ?? 0) >= 0.75 ? before?.sketch : fresh
  const date = matter.date?.toISOString().replace(/T00:00:00\.000Z$|\.000(?=Z$)/, '')
  if (before?.url === url && before.title === title && before.date === date && before.sketch === sketch)
    return before
  return { url, title, ...(date !== undefined && { date }), ...(sketch !== undefined && { sketch }) }
}
