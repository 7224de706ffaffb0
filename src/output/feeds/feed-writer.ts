import { onceEach } from '../../base/once.ts'
import type { FeedFormat } from '../../config/config.ts'
import type { Page } from '../../content/page.ts'
import type { Artifact } from '../../release/artifact.ts'
import { createArtifact } from '../create-artifact.ts'
import type { Edition } from '../edition.ts'
import { atom } from './atom.ts'
import { createChannel } from './feed-channel.ts'
import type { FeedFormatter } from './feed-formatter.ts'
import { createItem } from './feed-item.ts'
import { jsonFeed } from './json-feed.ts'
import { type FeedEntry, type FeedPlan, feedTypes } from './list-feeds.ts'
import { rss } from './rss.ts'

const formatters = { rss, atom, json: jsonFeed } as const satisfies Record<FeedFormat, FeedFormatter>

/**
 * Writes feeds of one language: RSS 2.0, Atom (RFC 4287) and JSON Feed 1, with the newest posts in full, as UTF-8. It remembers what it has written of each post, for it stands in the feeds of
 * the home page, of its section and of its terms.
 */
export function feedWriter(edition: Edition): (plan: FeedPlan) => Artifact {
  // A page has the same date in every feed.
  const items = onceEachPage((entry) => createItem(entry, edition))
  const writtenAs = onceEach((format: FeedFormat) =>
    onceEachPage((entry) => Buffer.from(formatters[format].itemOf(items(entry)))),
  )
  return (plan) => {
    const { entries, format } = plan
    const frame = formatters[format].frameOf(createChannel(plan, edition), entries.map(items))
    const between = Buffer.from(frame.between ?? '')
    const written = entries.map(writtenAs(format)).flatMap((item) => [between, item])
    // As bytes: to join texts of this size takes several times as long.
    const bytes = Buffer.concat([Buffer.from(frame.before), ...written.slice(1), Buffer.from(frame.after)])
    return createArtifact(plan.url.slice(1), bytes, { mediaType: `${feedTypes[format]};charset=utf-8` })
  }
}

function onceEachPage<Value>(make: (entry: FeedEntry) => Value): (entry: FeedEntry) => Value {
  const made = new Map<Page, { readonly value: Value }>()
  return (entry) => {
    const known = made.get(entry.page) ?? { value: make(entry) }
    made.set(entry.page, known)
    return known.value
  }
}
