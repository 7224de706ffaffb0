import { encodePath } from '../base/encode-path.ts'
import { isReadable } from '../content/formats-of.ts'
import type { MenuItem, Section, Site } from '../content/site.ts'
import type { LanguageLink, MenuLink, SiteView } from '../theme/props.ts'
import { linkTo } from './link-to.ts'

/** The site as layouts see it, in one of its languages; `sites` are all of them. */
export function createSiteView(site: Site, sites: readonly Site[] = [site]): SiteView {
  const { config, menus } = site
  const shown = Object.fromEntries(Object.entries(menus).map(([name, items]) => [name, items.map(menuLink)]))
  return {
    title: site.title,
    description: descriptionOf(site),
    url: config.site.url,
    home: encodePath(site.home.url),
    language: config.site.language,
    direction: config.language.direction,
    timeZone: config.site.timeZone,
    author: config.site.author,
    copyright: config.site.copyright,
    menu: shown.main ?? topSections(site).map(sectionLink),
    menus: shown,
    taxonomies: site.taxonomies
      .filter(({ page, terms }) => isReadable(page, config) && terms.some(({ pages }) => pages.length > 0))
      .map(({ page }) => linkTo(page)),
    languages: sites.map((other) => languageLink(other, other === site)),
    t: site.translate,
    data: site.data,
    params: config.params,
  }
}

/** What the site says of itself. */
export const descriptionOf = ({ config, home }: Site): string =>
  config.site.description || (home.matter.description ?? '')

/** Those that lie in no other section and have a page. */
const topSections = ({ sections, config }: Site) =>
  sections.filter(
    (section) =>
      isReadable(section.page, config) &&
      !sections.some((other) => other !== section && section.page.id.startsWith(folderOf(other))),
  )

/** `posts/` of `posts/_index.md`. */
const folderOf = ({ page }: Section) => page.id.replace(/_index\.[^/]+$/, '')

const sectionLink = ({ page }: Section): MenuLink => ({
  ...linkTo(page),
  identifier: page.section,
  tooltip: undefined,
  pre: undefined,
  post: undefined,
  params: {},
  children: [],
})

const menuLink = ({
  identifier,
  name,
  title,
  url,
  page,
  pre,
  post,
  params,
  children,
}: MenuItem): MenuLink => ({
  title: name,
  // What an author writes may hold a query or a fragment, and its percent signs.
  url: page ? encodePath(page.url) : url,
  identifier,
  tooltip: title,
  pre,
  post,
  params,
  children: children.map(menuLink),
})

const languageLink = ({ config, home, title }: Site, isCurrent: boolean): LanguageLink => ({
  title,
  url: encodePath(home.url),
  name: config.language.name,
  language: config.language.locale,
  isCurrent,
})
