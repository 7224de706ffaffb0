import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { absoluteUrl } from './site-url.ts'

/** The sitemap (sitemaps.org, protocol 0.9) of every page that search engines may list. */
export function createSitemap(site: Site): string {
  const urls = site.pages.filter(({ state }) => state === 'published').map((page) => urlElement(page, site))
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}

function urlElement(page: Page, site: Site): string {
  const changed = changedAt(page) ?? newestIn(page, site)
  const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return `  <url><loc>${escapeXml(absoluteUrl(site, page.url))}</loc>${lastmod}</url>`
}

/** A list changes with the newest of its pages. */
function newestIn(page: Page, site: Site): Date | undefined {
  const pages =
    page.kind === 'home'
      ? site.posts
      : [...site.sections, ...site.taxonomies.flatMap(({ terms }) => terms)].find(
          (list) => list.page === page,
        )?.pages
  return latest((pages ?? []).filter(({ state }) => state === 'published').map(changedAt))
}

/** A page that is published under a later date than its last change was changed by that. */
export const changedAt = ({ matter }: Page) => latest([matter.lastmod, matter.date])

function latest(dates: readonly (Date | undefined)[]): Date | undefined {
  const times = dates.flatMap((date) => (date ? [date.getTime()] : []))
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)))
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;')
