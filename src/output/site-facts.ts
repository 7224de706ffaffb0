import { encodePath } from '../base/encode-path.ts'
import { onceAsked, onceEach } from '../base/once.ts'
import { isReadable } from '../content/formats-of.ts'
import type { Page } from '../content/page.ts'
import type { Section, Site } from '../content/site.ts'
import type { Head, ImageView, Link } from '../theme/props.ts'
import { descriptionOf } from './create-site-view.ts'
import { feedsOf, feedTypes } from './feeds/list-feeds.ts'
import { siteImageOf } from './head/page-image.ts'
import { linkTo } from './link-to.ts'

/** What every document says of its site, or looks up in it: computed once for all of them. */
export type SiteFacts = {
  readonly site: Site
  readonly description: string
  /** Open Graph's `og:locale`: `en_GB`. */
  readonly locale: string
  /** What stands for a page that has no image. */
  readonly image: () => ImageView | undefined
  readonly homeFeeds: Head['feeds']
  readonly isReadable: (page: Page) => boolean
  readonly linkTo: (page: Page) => Link
  /** Sections may lie in sections: the deepest that holds the page. */
  readonly sectionOf: (page: Page) => Section | undefined
  /** The list that a term stands in. */
  readonly taxonomyOf: (term: Page) => Page | undefined
}

export function createSiteFacts(site: Site): SiteFacts {
  const taxonomies = onceAsked(
    () =>
      new Map(
        site.taxonomies.flatMap(({ page, terms }) => terms.map((term) => [term.page.id, page] as const)),
      ),
  )
  return {
    site,
    description: descriptionOf(site),
    locale: openGraphLocale(site.config.language.locale),
    image: onceAsked(() => siteImageOf(site)),
    homeFeeds: feedLinks(site.home, site),
    isReadable: onceEach((page: Page) => isReadable(page, site.config)),
    linkTo: onceEach(linkTo),
    sectionOf: findSections(site),
    taxonomyOf: ({ id }) => taxonomies().get(id),
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

export function feedLinks(page: Page, site: Site): Head['feeds'] {
  const feeds = feedsOf(page, site)
  if (feeds.length === 0) return []
  const title = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  const names = { rss: title, atom: `${title} (Atom)`, json: `${title} (JSON)` }
  return feeds.map(({ format, url }) => ({
    title: names[format],
    url: encodePath(url),
    mediaType: feedTypes[format],
  }))
}

function findSections({ sections }: Site): SiteFacts['sectionOf'] {
  const byFolder = new Map(sections.map((section) => [folderOf(section.page), section]))
  return ({ id }) => {
    for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) {
      const section = byFolder.get(id.slice(0, end + 1))
      if (section) return section
    }
    return undefined
  }
}

/** `posts/` of `posts/_index.md`. */
const folderOf = ({ id }: Page) => id.replace(/_index\.[^/]+$/, '')
