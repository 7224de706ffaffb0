import { encodePath } from '../../base/encode-path.ts'
import { isPublic } from '../../content/is-public.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import type { ArticleView, Head, ImageView } from '../../theme/props.ts'
import type { Theme } from '../../theme/theme.ts'
import { changedAt } from '../changed-at.ts'
import { alternatesOf } from '../create-sitemap.ts'
import { authorOf } from '../feeds/author-of.ts'
import { markdownUrlOf } from '../markdown/markdown-url.ts'
import { feedLinks, type SiteFacts } from '../site-facts.ts'
import { absoluteUrl } from '../site-url.ts'
import { ownImageOf } from './page-image.ts'
import { structuredData } from './structured-data.ts'

export type HeadInput = {
  readonly facts: SiteFacts
  readonly theme: Pick<Theme, 'styles' | 'scripts'>
  readonly page: Page
  /** URL path of this document, and which page of its list it is, from 1. */
  readonly url: string
  readonly number: number
  /** Path inside the release of the card that is drawn for the page. */
  readonly card: string | undefined
}

export function createHead({ facts, theme, page, url, number, card }: HeadInput): Head {
  const { site } = facts
  const own = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  const description = page.matter.description ?? facts.description
  const image = ownImageOf(page, site) ?? cardImage(card, { page, site }) ?? facts.image()
  const article = page.kind === 'page' ? articleOf(page, facts) : undefined
  return {
    title: number > 1 ? `${own} · ${number}` : own,
    ownTitle: page.kind === 'home' ? site.title : page.title,
    description,
    canonical: absoluteUrl(site, url),
    type: article ? 'article' : 'website',
    robots: isPublic(page, site.config) ? undefined : 'noindex',
    locale: facts.locale,
    image,
    article,
    alternates: number > 1 ? [] : alternatesOf(page, site),
    markdown: encoded(markdownUrlOf(page, site)),
    data: number > 1 ? '' : structuredData({ page, facts, description, image, article }),
    styles: theme.styles,
    scripts: theme.scripts,
    feeds: page.kind === 'home' ? facts.homeFeeds : [...feedLinks(page, site), ...facts.homeFeeds],
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

function articleOf(page: Page, { site, sectionOf }: SiteFacts): ArticleView {
  return {
    published: page.matter.date,
    modified: page.matter.date && changedAt(page),
    author: authorOf(page, site.config.site.author),
    section: sectionOf(page)?.page.title,
    tags: (site.termsOf.get(page.id) ?? []).map(({ title }) => title),
  }
}
