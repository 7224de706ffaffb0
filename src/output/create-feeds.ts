import { Feed } from 'feed'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { Artifact } from '../release/artifact.ts'
import { createArtifact } from './create-artifact.ts'
import { feedNames } from './create-views.ts'
import { absoluteUrl } from './site-url.ts'

export type FeedInput = { readonly site: Site; readonly rendered: ReadonlyMap<string, Rendered> }

/** RSS 2.0 and JSON Feed 1 of the home page, of every section and of every term, with the newest posts in full. */
export function* createFeeds({ site, rendered }: FeedInput): Generator<Artifact> {
  const lists: readonly { page: Page; pages: readonly Page[] }[] = [
    { page: site.home, pages: site.posts },
    ...site.sections,
    ...site.taxonomies.flatMap(({ terms }) => terms),
  ]
  for (const { page, pages } of lists) {
    const directory = page.url.slice(1)
    const create = (format: Format) => createFeed({ list: page, pages, format }, { site, rendered })
    yield createArtifact(`${directory}${feedNames.rss}`, create('rss').rss2(), {
      mediaType: 'application/rss+xml;charset=utf-8',
    })
    yield createArtifact(`${directory}${feedNames.json}`, create('json').json1(), {
      mediaType: 'application/feed+json;charset=utf-8',
    })
  }
}

type Format = keyof typeof feedNames
type FeedList = { readonly list: Page; readonly pages: readonly Page[]; readonly format: Format }

function createFeed({ list, pages, format }: FeedList, { site, rendered }: FeedInput): Feed {
  const { config } = site
  // A feed is in the order of time, whatever weights the site's lists go by; what has no date is not news.
  const entries = pages
    .flatMap((page) => (page.matter.date ? [{ page, date: page.matter.date }] : []))
    .sort((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, config.feedSize)
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
    const { html = '', summary = '' } = rendered.get(page.id) ?? {}
    feed.addItem({
      title: page.title,
      id: link,
      link,
      date: page.matter.lastmod ?? date,
      published: date,
      description: page.matter.description ?? textOf(summary),
      content: withAbsoluteUrls(html, link),
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

/** Feed readers have no page that a link could be relative to. */
function withAbsoluteUrls(html: string, base: string): string {
  return html.replaceAll(
    /(\s(?:href|src|poster)=")([^"]*)(")/g,
    (attribute, before: string, url: string, after: string) =>
      URL.canParse(url) || !URL.canParse(url, base) ? attribute : before + new URL(url, base).href + after,
  )
}

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
