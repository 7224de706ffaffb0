import { Feed } from 'feed'
import { onceEach } from '../../base/once.ts'
import type { FeedFormat } from '../../config/config.ts'
import type { Page } from '../../content/page.ts'
import type { Artifact } from '../../release/artifact.ts'
import { changedAt } from '../changed-at.ts'
import { createArtifact } from '../create-artifact.ts'
import { bodyOf, type Edition } from '../edition.ts'
import { absoluteUrl } from '../site-url.ts'
import { authorOf } from './author-of.ts'
import { plainText, withAbsoluteUrls } from './feed-text.ts'
import { type FeedPlan, feedsOf, feedTypes, listFeeds } from './list-feeds.ts'

/** The feeds of one language: RSS 2.0, Atom (RFC 4287) and JSON Feed 1, with the newest posts in full. */
export function* createFeeds(edition: Edition): Generator<Artifact> {
  const make = feedMaker(edition)
  for (const plan of listFeeds(edition.site)) yield make(plan)
}

/** Makes them one by one. */
export function feedMaker(edition: Edition): (plan: FeedPlan) => Artifact {
  // A post is in the feeds of the home page, of its section and of its terms, each in several formats.
  const itemOf = onceEach((page: Page) => createItem(page, edition))
  return (plan) =>
    createArtifact(plan.url.slice(1), textOf(plan, { edition, itemOf }), {
      mediaType: `${feedTypes[plan.format]};charset=utf-8`,
    })
}

type FeedContext = { readonly edition: Edition; readonly itemOf: (page: Page) => FeedItem }

function textOf(plan: FeedPlan, context: FeedContext): string {
  const feed = createFeed(plan, context)
  if (plan.format === 'json') return feed.json1()
  return withoutControls(plan.format === 'rss' ? feed.rss2() : withEscapedTerms(feed.atom1()))
}

function createFeed({ page: list, format, entries }: FeedPlan, { edition, itemOf }: FeedContext): Feed {
  const { site } = edition
  const { config } = site
  const links = feedsOf(list, site).map((feed) => [feed.format, absoluteUrl(site, feed.url)] as const)
  const author = list.kind === 'page' ? authorOf(list, config.site.author) : config.site.author
  const feed = new Feed({
    title: list.kind === 'home' ? site.title : `${list.title} · ${site.title}`,
    description: list.matter.description ?? (config.site.description || site.title),
    id: absoluteUrl(site, list.url),
    link: absoluteUrl(site, list.url),
    language: config.site.language,
    copyright: config.site.copyright ?? config.site.author ?? '',
    generator: 'Inkseal',
    feedLinks: Object.fromEntries(links),
    // Not the clock's: the same posts must give the same bytes.
    updated: entries[0]?.date ?? new Date(0),
    // Atom wants an author of every entry, or of the feed (RFC 4287 §4.1.1).
    ...(format === 'atom' && { author: { name: author ?? site.title } }),
  })
  for (const { page, date } of entries) {
    const link = absoluteUrl(site, page.url)
    const { summary, content } = itemOf(page)
    const author = authorOf(page, config.site.author)
    feed.addItem({
      title: format === 'atom' ? escapeHtml(page.title) : page.title,
      id: link,
      link,
      date: changedAt(page) ?? date,
      published: date,
      description: format === 'json' ? summary : escapeHtml(summary),
      ...contentIn(format, config.feeds.content === 'full' ? content : undefined, summary),
      ...(author !== undefined && authorIn(format, author)),
      category: (site.termsOf.get(page.id) ?? []).map(({ title }) => ({ name: title, term: title })),
    })
  }
  return feed
}

/** Of an item of JSON Feed, HTML is the one thing that must be there. */
function contentIn(format: FeedFormat, content: string | undefined, summary: string) {
  if (format === 'json') return { content: content ?? escapeHtml(summary) }
  return content ? { content } : {}
}

/** RSS takes an address for its `author`, which nobody wants to publish; Dublin Core takes a name. */
function authorIn(format: FeedFormat, name: string) {
  return format === 'rss'
    ? { extensions: [{ name: 'dc:creator', objects: { _text: name } }] }
    : { author: [{ name }] }
}

type FeedItem = { readonly summary: string; readonly content: string }

function createItem(page: Page, edition: Edition): FeedItem {
  const { html, summary } = bodyOf(edition, page)
  return {
    summary: page.matter.description ?? plainText(summary),
    content: withAbsoluteUrls(html, absoluteUrl(edition.site, page.url)),
  }
}

/** RSS shows a description as HTML, Atom a title too; JSON Feed's `summary` is plain text. */
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The library leaves `<` in attributes as it is (XML 1.0 §3.1 has none there). In HTML the two mean the same. */
const withEscapedTerms = (xml: string) =>
  xml.replaceAll(/ (?:label|term)="[^"]*"/g, (attribute) => attribute.replaceAll('<', '&lt;'))

/** XML has no way to write these (XML 1.0 §2.2), not even escaped. */
const withoutControls = (xml: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  xml.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
