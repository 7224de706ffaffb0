import { encodePath } from '../../base/encode-path.ts'
import { isPublic } from '../../content/is-public.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import type { ArticleView, Head, ImageView } from '../../theme/props.ts'
import type { Theme } from '../../theme/theme.ts'
import { changedAt } from '../changed-at.ts'
import { nearestSection } from '../create-page-view.ts'
import { descriptionOf } from '../create-site-view.ts'
import { alternatesOf } from '../create-sitemap.ts'
import { authorOf } from '../feeds/author-of.ts'
import { feedsOf, feedTypes } from '../feeds/list-feeds.ts'
import { markdownUrlOf } from '../markdown/markdown-url.ts'
import { absoluteUrl } from '../site-url.ts'
import { ownImageOf, siteImageOf } from './page-image.ts'
import { structuredData } from './structured-data.ts'

export type HeadInput = {
  readonly site: Site
  readonly theme: Theme
  readonly page: Page
  /** URL path of this document, and which page of its list it is, from 1. */
  readonly url: string
  readonly number: number
  /** Path inside the release of the card that is drawn for the page. */
  readonly card: string | undefined
}

export function createHead({ site, theme, page, url, number, card }: HeadInput): Head {
  const own = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  const description = page.matter.description ?? descriptionOf(site)
  const image = ownImageOf(page, site) ?? cardImage(card, { page, site }) ?? siteImageOf(site)
  const article = page.kind === 'page' ? articleOf(page, site) : undefined
  return {
    title: number > 1 ? `${own} · ${number}` : own,
    ownTitle: page.kind === 'home' ? site.title : page.title,
    description,
    canonical: absoluteUrl(site, url),
    type: article ? 'article' : 'website',
    robots: isPublic(page, site.config) ? undefined : 'noindex',
    locale: openGraphLocale(site.config.language.locale),
    image,
    article,
    alternates: number > 1 ? [] : alternatesOf(page, site),
    markdown: encoded(markdownUrlOf(page, site)),
    data: number > 1 ? '' : structuredData({ page, site, description, image, article }),
    styles: theme.styles,
    scripts: theme.scripts,
    feeds: [...(page.kind === 'home' ? [] : feedLinks(page, site)), ...feedLinks(site.home, site)],
  }
}

/** `en-us` → `en_US`. A language tag that nobody knows, such as a Hugo site's `english`, stays as it is. */
function openGraphLocale(locale: string): string {
  try {
    return (Intl.getCanonicalLocales(locale)[0] ?? locale).replaceAll('-', '_')
  } catch {
    return locale
  }
}

const encoded = (url: string | undefined) => (url === undefined ? undefined : encodePath(url))

/** What createCardDrawer draws. */
const cardImage = (
  card: string | undefined,
  { page, site }: { page: Page; site: Site },
): ImageView | undefined =>
  card === undefined
    ? undefined
    : { url: absoluteUrl(site, `/${card}`), alt: page.title, width: 1200, height: 630 }

function articleOf(page: Page, site: Site): ArticleView {
  return {
    published: page.matter.date,
    modified: page.matter.date && changedAt(page),
    author: authorOf(page, site.config.site.author),
    section: nearestSection(page, site)?.page.title,
    tags: (site.termsOf.get(page.id) ?? []).map(({ title }) => title),
  }
}

function feedLinks(page: Page, site: Site): Head['feeds'] {
  const title = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  const names = { rss: title, atom: `${title} (Atom)`, json: `${title} (JSON)` }
  return feedsOf(page, site).map(({ format, url }) => ({
    title: names[format],
    url: encodePath(url),
    mediaType: feedTypes[format],
  }))
}
