import { escapeHtml } from './escape-html.ts'
import type { FeedFormatter } from './feed-formatter.ts'
import type { FeedItem } from './feed-item.ts'
import { attribute, htmlElement, textElement } from './xml-text.ts'

/**
 * RSS 2.0. It takes an address for its `author`, which nobody wants to publish; Dublin Core's `creator` takes a name,
 * and `content:encoded` the whole post.
 */
export const rss: FeedFormatter = {
  itemOf({ title, url, published, summary, content, tags, author }) {
    const lines = [
      htmlElement('title', title),
      textElement('link', url),
      `<guid isPermaLink="false">${textElement('guid', url).slice('<guid>'.length)}`,
      textElement('pubDate', published.toUTCString()),
      ...(summary ? [htmlElement('description', escapeHtml(summary))] : []),
      ...(content ? [htmlElement('content:encoded', content)] : []),
      ...tags.map((tag) => textElement('category', tag)),
      ...(author === undefined ? [] : [textElement('dc:creator', author)]),
    ]
    return `        <item>\n${lines.map((line) => `            ${line}\n`).join('')}        </item>\n`
  },

  frameOf({ title, url, feedUrl, description, updated, language, copyright }, items) {
    const lines = [
      textElement('title', title),
      textElement('link', url),
      textElement('description', description),
      textElement('lastBuildDate', updated.toUTCString()),
      textElement('docs', 'https://validator.w3.org/feed/docs/rss2.html'),
      textElement('generator', 'Inkseal'),
      ...(language ? [textElement('language', language)] : []),
      ...(copyright ? [textElement('copyright', copyright)] : []),
      `<atom:link${attribute('href', feedUrl)} rel="self" type="application/rss+xml"/>`,
    ]
    const before = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"${namespacesOf(items)} xmlns:atom="http://www.w3.org/2005/Atom">
    <channel>
${lines.map((line) => `        ${line}\n`).join('')}`
    return { before, after: '    </channel>\n</rss>' }
  },
}

function namespacesOf(items: readonly FeedItem[]): string {
  const hasContent = items.some(({ content }) => content)
  const hasNames = hasContent || items.some(({ author }) => author !== undefined)
  return [
    ...(hasNames ? [' xmlns:dc="http://purl.org/dc/elements/1.1/"'] : []),
    ...(hasContent ? [' xmlns:content="http://purl.org/rss/1.0/modules/content/"'] : []),
  ].join('')
}
