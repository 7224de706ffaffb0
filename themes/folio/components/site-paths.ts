import type { Link, PageView, SiteView } from 'inkseal/theme'

/** The URL path of the front page: `/`, or `/blog/` where the site lies in a folder. */
export function homePath(site: SiteView): string {
  return new URL(`${site.url}/`).pathname
}

/** The taxonomy that a term belongs to. */
export function parentOf(page: PageView, site: SiteView): Link | undefined {
  if (page.kind !== 'term') return undefined
  return site.taxonomies.find(({ url }) => page.url.startsWith(url))
}
