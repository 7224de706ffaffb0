import { onceEach } from '../../base/once.ts'
import type { TitleConfig } from '../../config/config.ts'
import { withMatter } from '../open-page.ts'
import type { Page } from '../page.ts'
import type { Taxonomy, Term } from '../site.ts'
import { termPath, termSegments } from '../url/term-path.ts'
import type { ComparePages } from './compare-pages.ts'
import { createList } from './create-list.ts'
import { dateList } from './date-list.ts'
import type { ListContext } from './list-context.ts'
import { listTitle } from './list-title.ts'
import { titleCase } from './title-case.ts'

export type TaxonomyInput = {
  readonly context: ListContext
  /** What this build shows of the language; lists may have terms as well. */
  readonly pages: readonly Page[]
  /** Also what it does not show: a list that is a draft is not made up for. */
  readonly all: readonly Page[]
  readonly compare: ComparePages
}

/**
 * Makes every taxonomy, in use or not, with a page per term. Terms that give one URL are one term; it is called what
 * its `_index.md` says, else as the newest page writes it (Hugo's manual, "Taxonomies").
 */
export function createTaxonomies(given: TaxonomyInput) {
  const { config } = given.context
  const input = { ...given, hidden: hiddenIn(given), pathOf: onceEach(termPath) }
  const made = Object.values(config.taxonomies).map((name) => createTaxonomy(name, input))
  const termsOf = new Map<string, readonly Page[]>()
  for (const { taxonomy, bySlug } of made) {
    for (const page of input.pages) {
      if (!hasTerms(page, taxonomy.name)) continue
      const terms: Page[] = []
      for (const term of page.matter.terms[taxonomy.name] ?? []) {
        const found = bySlug.get(input.pathOf(term))
        if (found && !terms.includes(found)) terms.push(found)
      }
      const others = termsOf.get(page.id)
      if (terms.length > 0) termsOf.set(page.id, others ? [...others, ...terms] : terms)
    }
  }
  return { taxonomies: made.map(({ taxonomy }) => taxonomy), termsOf }
}

type Input = TaxonomyInput & {
  /** The lists that their authors do not show yet. */
  readonly hidden: readonly Page[]
  readonly pathOf: (term: string) => string
}

type Made = {
  readonly taxonomy: Taxonomy
  readonly bySlug: ReadonlyMap<string, Page>
}

function createTaxonomy(name: string, input: Input): Made {
  const { context, pages } = input
  const { config } = context
  const collator = new Intl.Collator(config.site.language)
  const isList = ({ kind, path }: Page) => kind === 'taxonomy' && path === `/${name.toLowerCase()}`
  const groups = config.disabled.has('term') ? [] : [...collectTerms(name, input)]
  const terms = groups
    .sort(([, a], [, b]) => collator.compare(a.name.toLowerCase(), b.name.toLowerCase()))
    .map(([slug, group]) => ({ slug, term: createTerm(slug, { group, taxonomy: name, context }) }))
  const isMissing = config.disabled.has('taxonomy') || input.hidden.some(isList)
  const page = pages.find(isList) ?? generatedList(name, { context, isMissing })
  return {
    taxonomy: {
      name,
      page: dateList(
        page,
        terms.map(({ term }) => term.page),
      ),
      terms: terms.map(({ term }) => term),
    },
    bySlug: new Map(terms.map(({ slug, term }) => [slug, term.page])),
  }
}

function hiddenIn({ pages, all }: TaxonomyInput): readonly Page[] {
  const lists = ({ kind }: Page) => kind === 'taxonomy' || kind === 'term'
  const shown = new Set(pages.filter(lists).map(({ id }) => id))
  return all.filter((page) => lists(page) && !shown.has(page.id))
}

type GeneratedList = { readonly context: ListContext; readonly isMissing: boolean }

/** The list of terms, where no file describes it. A site that wants none still has the terms. */
function generatedList(name: string, { context, isMissing }: GeneratedList): Page {
  const { config } = context
  const list = createList(
    {
      id: `${name}/_index.md`,
      kind: 'taxonomy',
      title: titleOf(name, config.titles),
    },
    context,
  )
  if (!isMissing) return list
  const build = { list: 'never', render: 'never', publishResources: false } as const
  return withMatter(list, { ...list.matter, build })
}

/** Hugo does not pluralise these, and takes dashes for spaces. */
const titleOf = (name: string, titles: TitleConfig) =>
  listTitle(name, { ...titles, pluralizeLists: false }).replaceAll('-', ' ')

type Group = {
  /** As the newest of its pages writes it; of one that no page has, the name of its folder. */
  readonly name: string
  readonly pages: readonly Page[]
  readonly described: Page | undefined
}

function collectTerms(name: string, input: Input): ReadonlyMap<string, Group> {
  const { pages, compare, pathOf } = input
  const hidden = new Set(input.hidden.map((page) => slugOfTerm(page, name)))
  const groups = new Map<string, Group & { readonly pages: Page[] }>()
  for (const page of pages) {
    // A term that its author has described is there before any page has it.
    const slug = page.kind === 'term' ? slugOfTerm(page, name) : undefined
    if (slug !== undefined) groups.set(slug, { name: slug, pages: [], described: page })
  }
  for (const page of pages.filter((each) => hasTerms(each, name)).toSorted(compare)) {
    for (const term of page.matter.terms[name] ?? []) {
      const slug = pathOf(term)
      if (slug === '' || hidden.has(slug)) continue
      const known = groups.get(slug)
      if (!known?.pages.length) groups.set(slug, { name: term, pages: [page], described: known?.described })
      // Two spellings of one term on a page follow each other.
      else if (known.pages.at(-1) !== page) known.pages.push(page)
    }
  }
  return groups
}

/** A page without an address is no part of any list of terms. */
const hasTerms = ({ matter }: Page, taxonomy: string) =>
  (matter.terms[taxonomy]?.length ?? 0) > 0 && matter.build.render !== 'never'

/** `tags/Ink/_index.md` describes the term `ink` of `tags`. */
function slugOfTerm({ path }: Page, name: string): string | undefined {
  const folder = `/${name.toLowerCase()}/`
  return path.startsWith(folder) ? termPath(path.slice(folder.length)) : undefined
}

type TermInput = { readonly group: Group; readonly taxonomy: string; readonly context: ListContext }

function createTerm(slug: string, { group, taxonomy, context }: TermInput): Term {
  const { name, pages, described } = group
  const { titles, urls } = context.config
  // However its pages write it, a term stays the same page.
  const folder = urls.keepCase ? termSegments(name).join('/') : slug
  const page =
    described ??
    createList(
      {
        id: `${taxonomy}/${folder}/_index.md`,
        kind: 'term',
        title: titles.capitalizeLists ? titleCase(name, titles.style) : name,
      },
      context,
    )
  // `tags_weight: 10` puts a page behind those that say nothing, within the terms of `tags`.
  const key = `${taxonomy.toLowerCase()}_weight`
  const weight = ({ matter }: Page) => Number(matter.params[key] ?? 0) || 0
  const listed = pages.filter(({ matter }) => matter.build.list !== 'never')
  const isWeighted = listed.some((each) => weight(each) !== 0)
  return {
    page: dateList(page, pages),
    pages: isWeighted ? listed.toSorted((a, b) => weight(a) - weight(b)) : listed,
  }
}
