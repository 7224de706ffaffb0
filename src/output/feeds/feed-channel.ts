import type { Edition } from '../edition.ts'
import { absoluteUrl } from '../site-url.ts'
import { authorOf } from './author-of.ts'
import type { FeedPlan } from './list-feeds.ts'

/** What a feed tells of itself. */
export type FeedChannel = {
  readonly title: string
  readonly description: string
  /** Of the page whose feed it is, and of the feed; absolute. */
  readonly url: string
  readonly feedUrl: string
  /** BCP 47. */
  readonly language: string
  readonly copyright: string | undefined
  readonly author: string
  readonly updated: Date
}

export function createChannel(
  { page, url, entries }: FeedPlan,
  { site }: Pick<Edition, 'site'>,
): FeedChannel {
  const { config } = site
  const { author: usual, copyright, description, language } = config.site
  const author = page.kind === 'page' ? authorOf(page, usual) : usual
  return {
    title: page.kind === 'home' ? site.title : `${page.title} · ${site.title}`,
    description: page.matter.description ?? (description || site.title),
    url: absoluteUrl(site, page.url),
    feedUrl: absoluteUrl(site, url),
    language,
    copyright: copyright ?? usual,
    // Atom wants an author of every entry, or of the feed (RFC 4287 §4.1.1).
    author: author ?? site.title,
    // Not the clock's: the same posts must give the same bytes.
    updated: entries[0]?.date ?? new Date(0),
  }
}
