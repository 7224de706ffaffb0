import type { Link, PageView, SiteView } from 'inkseal/theme'

/** The taxonomy that a term belongs to. */
export function parentOf(page: PageView, site: SiteView): Link | undefined {
  if (page.kind !== 'term') return undefined
  return site.taxonomies.find(({ url }) => page.url.startsWith(url))
}
