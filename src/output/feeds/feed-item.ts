import type { Page } from '../../content/page.ts'
import { changedAt } from '../changed-at.ts'
import { bodyOf, type Edition } from '../edition.ts'
import { absoluteUrl } from '../site-url.ts'
import { authorOf } from './author-of.ts'
import { plainText, withAbsoluteUrls } from './feed-text.ts'
import type { FeedEntry } from './list-feeds.ts'

/** What feeds tell of a page, in whatever format. */
export type FeedItem = {
  readonly title: string
  /** Absolute. */
  readonly url: string
  readonly changed: Date
  readonly published: Date
  /** Plain text; empty where there is none. */
  readonly summary: string
  /** HTML with absolute URLs; undefined where feeds hold summaries alone. */
  readonly content: string | undefined
  readonly author: string | undefined
  readonly tags: readonly string[]
}

export function createItem({ page, date }: FeedEntry, edition: Edition): FeedItem {
  const { site } = edition
  const { config } = site
  const url = absoluteUrl(site, page.url)
  const body = bodyOf(edition, page)
  return {
    title: page.title,
    url,
    changed: changedAt(page) ?? date,
    published: date,
    summary: page.matter.description ?? plainText(body.summary),
    content: config.feeds.content === 'full' ? withAbsoluteUrls(body.html, url) : undefined,
    author: authorOf(page, config.site.author),
    tags: (site.termsOf.get(page.id) ?? []).map(({ title }: Page) => title),
  }
}
