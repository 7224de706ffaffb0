import { stringify } from 'yaml'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { bodyOf, type Edition } from '../edition.ts'
import { authorOf } from '../feeds/author-of.ts'
import { withAbsoluteUrls } from '../feeds/feed-text.ts'
import { absoluteUrl } from '../site-url.ts'
import { withAbsoluteLinks } from './markdown-links.ts'

/**
 * A page as Markdown, for those who read without a browser: what is to be known of it as front matter, and its body as
 * its author wrote it, with links that lead to the site from anywhere. Shortcodes stay as they are written.
 */
export async function createMarkdown(page: Page, edition: Edition): Promise<string> {
  const { site } = edition
  const url = absoluteUrl(site, page.url)
  const body =
    page.format === 'markdown'
      ? await withAbsoluteLinks(page.body, { base: url, links: bodyOf(edition, page).links })
      : withAbsoluteUrls(page.body, url)
  return `---\n${stringify(factsOf(page, site))}---\n\n${body.trim()}\n`
}

function factsOf(page: Page, site: Site) {
  const { date, lastmod, description } = page.matter
  const tags = (site.termsOf.get(page.id) ?? []).map(({ title }) => title)
  return Object.fromEntries(
    Object.entries({
      title: page.title,
      description,
      url: absoluteUrl(site, page.url),
      date: date?.toISOString(),
      lastmod: date && lastmod?.getTime() !== date.getTime() ? lastmod?.toISOString() : undefined,
      author: authorOf(page, site.config.site.author),
      tags: tags.length > 0 ? tags : undefined,
      language: site.config.site.language,
    }).filter(([, value]) => value !== undefined),
  )
}
