import { isPublishedAs, isReadable } from '../content/formats-of.ts'
import { nameOfPage } from '../content/list-claims.ts'
import type { Page } from '../content/page.ts'
import type { Site, Taxonomy } from '../content/site.ts'
import type { Entry, ListProps, NotFoundProps, PageProps, TermsProps } from '../theme/props.ts'
import type { Theme } from '../theme/theme.ts'
import { ownLayoutOf } from './check-layouts.ts'
import { createEntry, createPageView } from './create-page-view.ts'
import { createSiteView } from './create-site-view.ts'
import { bodyOf, type Edition } from './edition.ts'
import { createHead } from './head/create-head.ts'
import { linkTo } from './link-to.ts'
import { findBacklinks } from './links/find-backlinks.ts'
import { paginate } from './paginate.ts'

/** One document to be made by a layout. */
export type Document = {
  readonly url: string
  /** Which page of its list it is, from 1. */
  readonly number: number
  /** Whether it is the first page of a list that may have more. */
  readonly isList: boolean
  /** The code of its language. */
  readonly language: string
  readonly layout: string
  readonly props: () => PageProps | ListProps | TermsProps | NotFoundProps
  /** For messages. */
  readonly name: string
}

export type DocumentInput = {
  readonly edition: Edition
  /** The site in all its languages. */
  readonly sites: readonly Site[]
  readonly theme: Theme
  /** Path inside the release of the card that is drawn for a page. */
  readonly cardOf: (page: Page, site: Site) => string | undefined
}

/** Every document of one language, in a fixed order. Nothing is computed before its props are asked for. */
export function listDocuments({ edition, sites, theme, cardOf }: DocumentInput): readonly Document[] {
  const { site } = edition
  const { config } = site
  const language = config.language.code
  const siteView = createSiteView(site, sites)
  const backlinksOf = findBacklinks(edition)
  const entryOf = rememberEntries(edition)
  const common = (page: Page, { url, number }: { readonly url: string; readonly number: number }) => ({
    site: siteView,
    head: createHead({ site, theme, page, url, number, card: cardOf(page, site) }),
    page: createPageView(page, { edition, backlinksOf, entryOf }),
  })

  const pageDocument = (page: Page): Document => {
    const { previous, next } = site.neighbours.get(page.id) ?? {}
    return {
      url: page.url,
      number: 1,
      isList: false,
      language,
      layout: ownLayoutOf(page, theme) ?? 'page',
      name: nameOfPage(page),
      props: () => ({
        ...common(page, { url: page.url, number: 1 }),
        previous: previous && linkTo(previous),
        next: next && linkTo(next),
      }),
    }
  }

  const pagesOf = <Item>(page: Page, { items, layout, shown }: PaginatedList<Item>): readonly Document[] =>
    paginate(page.url, items, config.pagination).map(({ url, items: part, pager }) => ({
      url,
      number: pager.number,
      isList: pager.number === 1,
      language,
      layout: ownLayoutOf(page, theme) ?? layout,
      name: nameOfPage(page),
      props: () => ({ ...common(page, { url, number: pager.number }), ...shown(part), pager }),
    }))

  const isDocument = (page: Page) => isPublishedAs(page, 'html', config)
  const isReadableHere = (page: Page) => isReadable(page, config)
  const list = (page: Page, pages: readonly Page[], layout: string) =>
    isDocument(page)
      ? pagesOf(page, {
          items: pages.filter(isReadableHere),
          layout,
          shown: (items) => ({ entries: items.map(entryOf) }),
        })
      : []
  const listOfTerms = ({ page, terms }: Taxonomy) =>
    isDocument(page)
      ? pagesOf(page, {
          items: terms.filter((term) => term.pages.length > 0 && isReadableHere(term.page)),
          layout: 'terms',
          shown: (items) => ({
            terms: items.map((term) => ({ ...linkTo(term.page), count: term.pages.length })),
          }),
        })
      : []

  return [
    ...list(site.home, site.posts, 'home'),
    ...site.sections.flatMap(({ page, pages }) => list(page, pages, 'list')),
    ...site.taxonomies.flatMap((taxonomy) => [
      ...listOfTerms(taxonomy),
      ...taxonomy.terms.flatMap((term) => list(term.page, term.pages, 'list')),
    ]),
    ...site.pages.filter((page) => page.kind === 'page' && isDocument(page)).map(pageDocument),
    ...(config.disabled.has('404') ? [] : [notFoundDocument(edition, { theme, siteView })]),
  ]
}

type PaginatedList<Item> = {
  readonly items: readonly Item[]
  readonly layout: string
  /** What the layout is given of a page's items. */
  readonly shown: (items: readonly Item[]) => Pick<ListProps, 'entries'> | Pick<TermsProps, 'terms'>
}

/** A post stands in many lists, and beside each post that it has something in common with. */
function rememberEntries(edition: Edition): (page: Page) => Entry {
  const entries = new Map<Page, Entry>()
  return (page) => {
    const entry = entries.get(page) ?? createEntry(bodyOf(edition, page), edition.site)
    entries.set(page, entry)
    return entry
  }
}

type NotFoundContext = { readonly theme: Theme; readonly siteView: ReturnType<typeof createSiteView> }

/** Each language has its own: `/fr/404.html` is for what begins with `/fr/`. */
function notFoundDocument({ site }: Edition, { theme, siteView }: NotFoundContext): Document {
  const url = `${site.config.language.prefix}/404.html`
  return {
    url,
    number: 1,
    isList: false,
    language: site.config.language.code,
    layout: '404',
    name: 'the page for what is not found',
    props: () => {
      const head = createHead({ site, theme, page: site.home, url, number: 1, card: undefined })
      const ownTitle = siteView.t('not_found') ?? 'Not found'
      const title = `${ownTitle} · ${site.title}`
      return {
        site: siteView,
        head: { ...head, title, ownTitle, description: '', robots: 'noindex', alternates: [], data: '' },
      }
    },
  }
}
