import type { FeedChannel } from './feed-channel.ts'
import type { FeedItem } from './feed-item.ts'

/** How feeds of a format are written. A post stands in many feeds, and is written once. */
export type FeedFormatter = {
  readonly itemOf: (item: FeedItem) => string
  /** What is around the items. */
  readonly frameOf: (channel: FeedChannel, items: readonly FeedItem[]) => FeedFrame
}

export type FeedFrame = { readonly before: string; readonly between?: string; readonly after: string }
