import type { Page } from '../../content/page.ts'
import type { ArticleView, ImageView } from '../../theme/props.ts'
import type { SiteFacts } from '../site-facts.ts'
import { absoluteUrl } from '../site-url.ts'

export type DataInput = {
  readonly page: Page
  readonly facts: SiteFacts
  readonly description: string
  readonly image: ImageView | undefined
  readonly article: ArticleView | undefined
}

/**
 * What search engines are told of a page, as JSON-LD in the words of schema.org: a post and the way to it, or the site.
 * `<` is escaped, so that nothing in it ends the script element (HTML §4.12.1.3).
 */
export function structuredData(input: DataInput): string {
  const things = [
    ...(input.page.kind === 'home' ? [webSite(input)] : []),
    ...(input.article ? [posting(input, input.article)] : []),
    ...breadcrumbs(input),
  ]
  if (things.length === 0) return ''
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')
}

// What is undefined is left out (JSON.stringify).

const webSite = ({ facts: { site, description }, page }: DataInput) => ({
  '@type': 'WebSite',
  name: site.title,
  url: absoluteUrl(site, page.url),
  description: description || undefined,
  inLanguage: site.config.site.language,
})

/** A dated page is a post; one without a date is just a page. */
function posting({ page, facts: { site }, description, image }: DataInput, article: ArticleView) {
  const url = absoluteUrl(site, page.url)
  const isPost = article.published !== undefined
  return {
    '@type': isPost ? 'BlogPosting' : 'WebPage',
    headline: isPost ? page.title : undefined,
    name: isPost ? undefined : page.title,
    url,
    description: description || undefined,
    mainEntityOfPage: isPost ? url : undefined,
    image: image?.url || undefined,
    datePublished: article.published,
    dateModified: article.modified,
    author: article.author === undefined ? undefined : { '@type': 'Person', name: article.author },
    articleSection: (isPost && article.section) || undefined,
    keywords: article.tags.length > 0 ? article.tags : undefined,
    inLanguage: site.config.site.language,
  }
}

/** From the front page to this one. */
function breadcrumbs({ page, facts }: DataInput) {
  const { site } = facts
  if (page.kind === 'home') return []
  const section = page.kind === 'page' ? facts.sectionOf(page)?.page : undefined
  const taxonomy = page.kind === 'term' ? facts.taxonomyOf(page) : undefined
  const trail = [site.home, section, taxonomy, page]
    .filter((step) => step !== undefined)
    .filter(facts.isReadable)
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: trail.map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: step === site.home ? site.title : (step.matter.linkTitle ?? step.title),
        item: absoluteUrl(site, step.url),
      })),
    },
  ]
}
