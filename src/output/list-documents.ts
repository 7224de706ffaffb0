import { digestOf } from '../base/digest-of.ts'
import { onceEach } from '../base/once.ts'
import type { Note } from '../base/workshop.ts'
import { isPublishedAs } from '../content/formats-of.ts'
import { nameOfPage } from '../content/list-claims.ts'
import type { Page } from '../content/page.ts'
import type { Site, Taxonomy } from '../content/site.ts'
import type { ListProps, PageProps, TermsProps } from '../theme/props.ts'
import { ownLayoutOf } from './check-layouts.ts'
import { createEntry, createPageView } from './create-page-view.ts'
import { createSiteView } from './create-site-view.ts'
import type { Document } from './document.ts'
import { bodyOf } from './edition.ts'
import { createHead } from './head/create-head.ts'
import { createKeys, type KeysInput } from './keys/edition-keys.ts'
import { createLayoutQuestions, SAME } from './keys/layout-questions.ts'
import { partsOf } from './keys/parts-of-page.ts'
import { findBacklinks } from './links/find-backlinks.ts'
import { notFoundDocument } from './not-found-document.ts'
import { paginate } from './paginate.ts'
import { relatedEntries } from './related-entries.ts'
import { createSiteFacts } from './site-facts.ts'

export type DocumentInput = Omit<KeysInput, 'ground' | 'now'> & {
  /** See KeysInput. Needed where keys are asked for. */
  readonly ground?: string
  readonly now?: number
  /** Path inside the release of the card that is drawn for a page. */
  readonly cardOf: (page: Page, site: Site) => string | undefined
}

/** Every document of one language, in a fixed order. Nothing is computed before its props or its key are asked for. */
export function listDocuments({
  edition,
  sites,
  theme,
  cardOf,
  ground = '',
  now = 0,
}: DocumentInput): readonly Document[] {
  const { site } = edition
  const { config } = site
  const language = config.language.code
  const siteView = createSiteView(site, sites)
  const facts = createSiteFacts(site)
  const keys = createKeys({ edition, sites, theme, ground, now })
  const backlinksOf = findBacklinks(edition)
  const questions = createLayoutQuestions({ site, keys, backlinksOf })
  // A post stands in many lists, and beside each post that it has something in common with.
  const entryOf = onceEach((page: Page) => createEntry(bodyOf(edition, page), facts))

  const viewOf = (page: Page, note: Note) =>
    createPageView(page, {
      edition,
      facts,
      entryOf,
      related: (of) => {
        const others = site.related(of)
        note(questions.related(others), SAME)
        return relatedEntries(others.map(entryOf), (index) => {
          const read = others[index]
          if (read) note(questions.entry(read), SAME)
        })
      },
      backlinks: (of) => {
        const others = backlinksOf(of)
        note(questions.backlinks(others), SAME)
        return others.map(facts.linkTo)
      },
    })
  const documentOf = (page: Page, { url, number, layout, isList, own, key }: Own): Document => {
    const card = () => cardOf(page, site)
    return {
      url,
      number,
      isList,
      language,
      layout: ownLayoutOf(page, theme) ?? layout,
      name: nameOfPage(page),
      props: (note = () => {}) => ({
        site: siteView,
        head: createHead({ facts, theme, page, url, number, card: card() }),
        page: viewOf(page, note),
        ...own(),
      }),
      key: () =>
        digestOf(
          JSON.stringify([
            keys.document(),
            ownLayoutOf(page, theme) ?? layout,
            url,
            number,
            card(),
            ...partsOf(page, { facts, keys }),
            ...key(),
          ]),
        ),
      answer: (question) => questions.answer(page, question),
    }
  }

  const pageDocument = (page: Page): Document => {
    const { previous, next } = site.neighbours.get(page.id) ?? {}
    return documentOf(page, {
      url: page.url,
      number: 1,
      isList: false,
      layout: 'page',
      own: () => ({ previous: previous && facts.linkTo(previous), next: next && facts.linkTo(next) }),
      key: () => [previous && keys.link(previous), next && keys.link(next)],
    })
  }

  const pagesOf = <Item>(page: Page, { items, layout, shown, key }: PaginatedList<Item>) =>
    paginate(page.url, items, config.pagination).map(({ url, items: part, pager }) =>
      documentOf(page, {
        url,
        number: pager.number,
        isList: pager.number === 1,
        layout,
        own: () => ({ ...shown(part), pager }),
        key: () => [pager, ...part.map(key)],
      }),
    )

  const isDocument = (page: Page) => isPublishedAs(page, 'html', config)
  const list = (page: Page, pages: readonly Page[], layout: string): readonly Document[] =>
    isDocument(page)
      ? pagesOf(page, {
          items: pages.filter(facts.isReadable),
          layout,
          shown: (items) => ({ entries: items.map(entryOf) }),
          key: keys.entry,
        })
      : []
  const listOfTerms = ({ page, terms }: Taxonomy): readonly Document[] =>
    isDocument(page)
      ? pagesOf(page, {
          items: terms.filter((term) => term.pages.length > 0 && facts.isReadable(term.page)),
          layout: 'terms',
          shown: (items) => ({
            terms: items.map((term) => ({ ...facts.linkTo(term.page), count: term.pages.length })),
          }),
          key: ({ page: term, pages }) => [keys.link(term), pages.length],
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
    ...(config.disabled.has('404') ? [] : [notFoundDocument({ facts, keys, theme, siteView })]),
  ]
}

/** What is a document's own beside its page. */
type Own = Pick<Document, 'url' | 'number' | 'layout' | 'isList'> & {
  readonly own: () => Omit<PageProps, Common> | Omit<ListProps, Common> | Omit<TermsProps, Common>
  readonly key: () => readonly unknown[]
}

type Common = 'site' | 'head' | 'page'

type PaginatedList<Item> = {
  readonly items: readonly Item[]
  readonly layout: string
  /** What the layout is given of a page's items. */
  readonly shown: (items: readonly Item[]) => Pick<ListProps, 'entries'> | Pick<TermsProps, 'terms'>
  /** All that it is given of one of them. */
  readonly key: (item: Item) => unknown
}
