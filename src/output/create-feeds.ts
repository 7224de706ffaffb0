import path from 'node:path'
import { Feed } from 'feed'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { Artifact } from '../release/artifact.ts'
import { createArtifact } from './create-artifact.ts'
import { changedAt } from './create-sitemap.ts'
import { feedNames } from './create-views.ts'
import { plainText, withAbsoluteUrls } from './feed-text.ts'
import { absoluteUrl } from './site-url.ts'

export type FeedInput = { readonly site: Site; readonly rendered: ReadonlyMap<string, Rendered> }

/** RSS 2.0 and JSON Feed 1 of the home page, of every section and of every term, with the newest posts in full. */
export function* createFeeds({ site, rendered }: FeedInput): Generator<Artifact> {
  const itemOf = onceAPage((page) => createItem(page, { site, rendered }))
  for (const { page, pages } of listFeeds(site)) {
    const create = (format: Format) => createFeed({ list: page, pages, format }, { site, itemOf })
    yield createArtifact(feedFile(page, feedNames.rss), withoutControls(create('rss').rss2()), {
      mediaType: 'application/rss+xml;charset=utf-8',
    })
    yield createArtifact(feedFile(page, feedNames.json), create('json').json1(), {
      mediaType: 'application/feed+json;charset=utf-8',
    })
  }
}

/** The lists that have feeds. */
export const listFeeds = (site: Site): readonly FeedList[] => [
  { page: site.home, pages: site.posts },
  ...site.sections,
  ...site.taxonomies.flatMap(({ terms }) => terms),
]

/** The file of a list's feed. */
export const feedFile = ({ url }: Page, name: string): string =>
  `${url.endsWith('/') ? url : `${path.posix.dirname(url)}/`}${name}`.replace(/^\/+/, '')

type Format = keyof typeof feedNames
type FeedList = { readonly page: Page; readonly pages: readonly Page[] }
type FeedRequest = { readonly list: Page; readonly pages: readonly Page[]; readonly format: Format }
type FeedContext = { readonly site: Site; readonly itemOf: (page: Page) => FeedItem }

function createFeed({ list, pages, format }: FeedRequest, { site, itemOf }: FeedContext): Feed {
  const { config } = site
  // A feed is in the order of time, whatever weights the site's lists go by; what has no date is not news.
  const entries = pages
    .flatMap((page) =>
      // Readers keep what they were once sent: what is not published yet is none of their business.
      page.matter.date && page.state === 'published' ? [{ page, date: page.matter.date }] : [],
    )
    .sort((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, config.feeds.size)
  const feed = new Feed({
    title: list.kind === 'home' ? site.title : `${list.title} · ${site.title}`,
    description: list.matter.description ?? (config.site.description || site.title),
    id: absoluteUrl(site, list.url),
    link: absoluteUrl(site, list.url),
    language: config.site.language,
    copyright: config.site.author ?? '',
    generator: 'Inkseal',
    feedLinks: {
      rss: absoluteUrl(site, list.url + feedNames.rss),
      json: absoluteUrl(site, list.url + feedNames.json),
    },
    // Not the clock's: the same posts must give the same bytes.
    updated: entries[0]?.date ?? new Date(0),
  })
  for (const { page, date } of entries) {
    const link = absoluteUrl(site, page.url)
    const { summary, content } = itemOf(page)
    feed.addItem({
      title: page.title,
      id: link,
      link,
      date: changedAt(page) ?? date,
      published: date,
      description: format === 'rss' ? escapeHtml(summary) : summary,
      content,
      ...(config.site.author !== undefined && authorIn(format, config.site.author)),
      category: (site.termsOf.get(page.id) ?? []).map(({ title }) => ({ name: title })),
    })
  }
  return feed
}

/** RSS takes an address for its `author`, which nobody wants to publish; Dublin Core takes a name. */
function authorIn(format: Format, name: string) {
  return format === 'rss'
    ? { extensions: [{ name: 'dc:creator', objects: { _text: name } }] }
    : { author: [{ name }] }
}

type FeedItem = { readonly summary: string; readonly content: string }

function createItem(page: Page, { site, rendered }: FeedInput): FeedItem {
  const { html = '', summary = '' } = rendered.get(page.id) ?? {}
  return {
    summary: page.matter.description ?? plainText(summary),
    content: withAbsoluteUrls(html, absoluteUrl(site, page.url)),
  }
}

/** A post is in the feeds of the home page, of its section and of its terms, each in two formats. */
function onceAPage(create: (page: Page) => FeedItem): (page: Page) => FeedItem {
  const made = new Map<string, FeedItem>()
  return (page) => {
    const item = made.get(page.id) ?? create(page)
    made.set(page.id, item)
    return item
  }
}

/** RSS shows a description as HTML; JSON Feed's `summary` is plain text. */
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** XML has no way to write these (XML 1.0 §2.2), not even escaped. */
const withoutControls = (xml: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  xml.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
