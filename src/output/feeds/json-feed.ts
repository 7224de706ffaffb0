import { escapeHtml } from './escape-html.ts'
import type { FeedFormatter } from './feed-formatter.ts'

/** JSON Feed 1. Of an item, HTML is the one thing that must be there; its summary is plain text. */
export const jsonFeed: FeedFormatter = {
  itemOf({ title, url, changed, published, summary, content, tags, author }) {
    const html = content ?? escapeHtml(summary)
    const item = {
      id: url,
      content_html: html,
      url,
      title,
      ...(summary && html && { summary }),
      date_modified: changed.toISOString(),
      date_published: published.toISOString(),
      ...(author !== undefined && { author: { name: author } }),
      tags: tags.filter(Boolean),
    }
    return JSON.stringify(item, null, 4).replaceAll('\n', '\n        ')
  },

  frameOf({ title, url, feedUrl, description }, items) {
    const head = {
      version: 'https://jsonfeed.org/version/1',
      title,
      home_page_url: url,
      feed_url: feedUrl,
      description,
      items: [],
    }
    const text = JSON.stringify(head, null, 4)
    if (items.length === 0) return { before: text, after: '' }
    const before = `${text.slice(0, -']\n}'.length)}\n        `
    return { before, between: ',\n        ', after: '\n    ]\n}' }
  },
}
