import type { FeedFormat } from '../../config/config.ts'
import { formatsOf, isReadable } from '../../content/formats-of.ts'
import { isPublic } from '../../content/is-public.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { changedAt, pagesOfLists } from '../changed-at.ts'
import { urlBeside } from '../url-beside.ts'

/** What one feed holds. Readers keep what they were once sent, so all of it is public. */
export type FeedEntry = { readonly page: Page; readonly date: Date }

export type FeedPlan = {
  /** The page whose feed it is. */
  readonly page: Page
  readonly format: FeedFormat
  /** URL path of the feed, not percent-encoded. */
  readonly url: string
  /** Newest first, at most as many as the config says. */
  readonly entries: readonly FeedEntry[]
}

export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>

/** Every feed of a language: of the home page, of sections, taxonomies and terms, and of pages that ask for one. */
export function listFeeds(site: Site): readonly FeedPlan[] {
  const lists = pagesOfLists(site)
  const terms = new Map(site.taxonomies.map(({ page, terms }) => [page.id, terms]))
  const { size } = site.config.feeds
  const entriesOf = (page: Page): readonly FeedEntry[] => {
    if (page.kind === 'page') return isPublic(page, site.config) ? newest([page], { size }) : []
    if (page.kind === 'taxonomy')
      return (terms.get(page.id) ?? [])
        .flatMap((term) => newsOfTerm(term.page, lists.get(term.page.id) ?? []))
        .sort((a, b) => b.date.getTime() - a.date.getTime())
        .slice(0, size)
    const fits = (entry: Page) => isReadable(entry, site.config)
    return newest(lists.get(page.id) ?? [], { size, fits })
  }
  return site.pages.flatMap((page) => {
    const feeds = feedsOf(page, site)
    if (feeds.length === 0) return []
    const entries = entriesOf(page)
    return feeds.map((feed) => ({ ...feed, page, entries }))
  })
}

/** The formats that a page has feeds in, and where they are. */
export function feedsOf(page: Page, { config }: Pick<Site, 'config'>): readonly PlacedFeed[] {
  const formats = formatsOf(page, config)
  return (['rss', 'atom', 'json'] as const)
    .filter((format) => formats.has(format))
    .map((format) => ({ format, url: urlBeside(page.url, config.feeds.names[format]) }))
}

export type PlacedFeed = Pick<FeedPlan, 'format' | 'url'>

/** In the feed of a taxonomy, as with Hugo, a term is news when one of its pages is. */
function newsOfTerm(page: Page, pages: readonly Page[]): readonly FeedEntry[] {
  const [latest] = newest(pages, { size: 1 })
  return latest ? [{ page, date: changedAt(page) ?? latest.date }] : []
}

type Wanted = { readonly size: number; readonly fits?: (page: Page) => boolean }

/**
 * A feed is in the order of time, whatever weights the site's lists go by; what has no date is not news. Most lists are
 * in that order, so that only the first pages are looked at closely.
 */
function newest(pages: readonly Page[], { size, fits = () => true }: Wanted): readonly FeedEntry[] {
  const found: FeedEntry[] = []
  for (const page of pages) {
    const { date } = page.matter
    if (!date || size === 0) continue
    const isLater = (other: FeedEntry | undefined) => other !== undefined && date > other.date
    if ((found.length === size && !isLater(found.at(-1))) || !fits(page)) continue
    let place = found.length
    while (place > 0 && isLater(found[place - 1])) place--
    found.splice(place, 0, { page, date })
    if (found.length > size) found.pop()
  }
  return found
}
