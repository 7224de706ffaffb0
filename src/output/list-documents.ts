import { nameOfPage } from '../content/list-claims.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { ListProps, NotFoundProps, PageProps, TermsProps } from '../theme/props.ts'
import type { Theme } from '../theme/theme.ts'
import { createEntry, createHead, createPageView, createSiteView, linkTo } from './create-views.ts'
import { paginate } from './paginate.ts'

/** One document to be made by a layout. */
export type Document = {
  readonly url: string
  /** Which page of its list it is, from 1. */
  readonly number: number
  readonly layout: string
  readonly props: () => PageProps | ListProps | TermsProps | NotFoundProps
  /** For messages. */
  readonly name: string
}

export type DocumentInput = {
  readonly site: Site
  readonly theme: Theme
  /** By page id; every page of the site has one. */
  readonly rendered: ReadonlyMap<string, Rendered>
}

/** Every document of the site, in a fixed order. Nothing is computed before its props are asked for. */
export function listDocuments({ site, theme, rendered }: DocumentInput): readonly Document[] {
  const siteView = createSiteView(site)
  const renderedOf = (page: Page): Rendered => rendered.get(page.id) ?? empty(page)
  const common = (page: Page, url: string) => ({
    site: siteView,
    head: createHead({ site, theme, page, url }),
    page: createPageView(renderedOf(page), site),
  })

  const pageDocument = (page: Page): Document => {
    const { previous, next } = site.neighbours.get(page.id) ?? {}
    return {
      url: page.url,
      number: 1,
      layout: page.matter.layout ?? 'page',
      name: nameOfPage(page),
      props: () => ({
        ...common(page, page.url),
        previous: previous && linkTo(previous),
        next: next && linkTo(next),
      }),
    }
  }

  const listDocument = (page: Page, pages: readonly Page[], layout: string): readonly Document[] =>
    paginate(page.url, pages, site.config.pagination.size).map(({ url, items, pager }) => ({
      url,
      number: pager.number,
      layout: page.matter.layout ?? layout,
      name: nameOfPage(page),
      props: () => ({
        ...common(page, url),
        entries: items.map((item) => createEntry(renderedOf(item), site)),
        pager,
      }),
    }))

  return [
    ...listDocument(site.home, site.posts, 'home'),
    ...site.sections.flatMap(({ page, pages }) => listDocument(page, pages, 'list')),
    ...site.taxonomies.flatMap(({ page, terms }) => [
      {
        url: page.url,
        number: 1,
        layout: page.matter.layout ?? 'terms',
        name: nameOfPage(page),
        props: () => ({
          ...common(page, page.url),
          terms: terms.map((term) => ({ ...linkTo(term.page), count: term.pages.length })),
        }),
      },
      ...terms.flatMap((term) => listDocument(term.page, term.pages, 'list')),
    ]),
    ...site.pages.filter(({ kind }) => kind === 'page').map(pageDocument),
    {
      url: '/404.html',
      number: 1,
      layout: '404',
      name: 'the page for what is not found',
      props: () => ({ site: siteView, head: notFoundHead({ site, theme }) }),
    },
  ]
}

/** A page without a source has no body. */
const empty = (page: Page): Rendered => ({
  page,
  html: '',
  headings: [],
  summary: '',
  truncated: false,
  words: 0,
  links: [],
  ids: new Set(),
  assets: [],
})

function notFoundHead({ site, theme }: Pick<DocumentInput, 'site' | 'theme'>) {
  const head = createHead({ site, theme, page: site.home, url: '/404.html' })
  return { ...head, title: `Not found · ${site.title}`, description: '', robots: 'noindex' }
}
