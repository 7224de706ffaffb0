import { encodePath } from '../base/encode-path.ts'
import type { Page } from '../content/page.ts'
import type { Section, Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { Entry, Head, Link, PageView, SiteView } from '../theme/props.ts'
import type { Theme } from '../theme/theme.ts'
import { absoluteUrl } from './site-url.ts'

/** Words that a reader takes in within a minute (Hugo's figure, so that moved blogs keep their numbers). */
const WORDS_PER_MINUTE = 213

const DAY = 86_400_000

/** The site as layouts see it. */
export function createSiteView(site: Site): SiteView {
  const { config } = site
  return {
    title: site.title,
    description: descriptionOf(site),
    url: config.site.url,
    language: config.site.language,
    timeZone: config.site.timeZone,
    author: config.site.author,
    menu:
      config.menus.main?.map(({ name, url = '' }) => ({ title: name, url })) ??
      topSections(site).map(({ page }) => linkTo(page)),
    taxonomies: site.taxonomies.map(({ page }) => linkTo(page)),
    params: config.params,
  }
}

/** Those that lie in no other section. */
const topSections = ({ sections }: Site) =>
  sections.filter(
    (section) => !sections.some((other) => other !== section && section.page.id.startsWith(folderOf(other))),
  )

/** `posts/` of `posts/_index.md`. */
const folderOf = ({ page }: Section) => page.id.replace(/_index\.[^/]+$/, '')

const descriptionOf = ({ config, home }: Site) => config.site.description || (home.matter.description ?? '')

export const linkTo = (page: Page): Link => ({
  title: page.matter.linkTitle ?? page.title,
  url: encodePath(page.url),
})

/** A page as lists show it. */
export function createEntry({ page, summary, truncated, words }: Rendered, site: Site): Entry {
  const { date, lastmod, description } = page.matter
  const changed = date && lastmod && lastmod.getTime() - date.getTime() >= DAY
  return {
    title: page.title,
    url: encodePath(page.url),
    description,
    summary,
    truncated,
    date,
    updated: changed ? lastmod : undefined,
    words,
    minutes: Math.max(1, Math.round(words / WORDS_PER_MINUTE)),
    tags: (site.termsOf.get(page.id) ?? []).map(linkTo),
    state: page.state,
  }
}

/** The page that is rendered, with its body. */
export function createPageView(rendered: Rendered, site: Site): PageView {
  const { page, html, headings } = rendered
  const section = page.kind === 'page' ? nearestSection(page, site) : undefined
  return {
    ...createEntry(rendered, site),
    kind: page.kind,
    section: section && linkTo(section.page),
    html,
    headings,
    params: page.matter.params,
  }
}

/** Sections may lie in sections: the deepest that holds the page. */
const nearestSection = ({ id }: Page, { sections }: Site): Section | undefined =>
  sections
    .filter((section) => id.startsWith(folderOf(section)))
    .reduce<Section | undefined>(
      (best, section) => (best && folderOf(best).length > folderOf(section).length ? best : section),
      undefined,
    )

export type HeadInput = {
  readonly site: Site
  readonly theme: Theme
  readonly page: Page
  /** URL path of this document: a later page of a list has its own. */
  readonly url: string
}

export function createHead({ site, theme, page, url }: HeadInput): Head {
  const isList = page.kind === 'home' || page.kind === 'section' || page.kind === 'term'
  const number = /\/page\/(\d+)\/$/.exec(url)?.[1]
  const own = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  return {
    title: number ? `${own} · ${number}` : own,
    description: page.matter.description ?? descriptionOf(site),
    canonical: absoluteUrl(site, url),
    type: page.kind === 'page' ? 'article' : 'website',
    robots: page.state === 'published' ? undefined : 'noindex',
    styles: theme.styles,
    scripts: theme.scripts,
    feeds: [
      ...(isList && page.kind !== 'home' ? feedsOf(page, `${page.title} · ${site.title}`) : []),
      ...feedsOf(site.home, site.title),
    ],
  }
}

/** The feeds of a list, relative to its URL. */
export const feedNames = { rss: 'index.xml', json: 'feed.json' } as const

function feedsOf({ url }: Page, title: string): Head['feeds'] {
  return [
    { title, url: encodePath(url + feedNames.rss), mediaType: 'application/rss+xml' },
    { title: `${title} (JSON)`, url: encodePath(url + feedNames.json), mediaType: 'application/feed+json' },
  ]
}
