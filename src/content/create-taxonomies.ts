import type { Config } from '../config/config.ts'
import { comparePages } from './compare-pages.ts'
import { createGeneratedPage, titleFromSegment } from './create-page.ts'
import type { Page } from './page.ts'
import type { Taxonomy, Term } from './site.ts'
import { urlize } from './urlize.ts'

export type TaxonomyInput = {
  readonly config: Config
  readonly pages: readonly Page[]
  /** In the order of lists. */
  readonly regular: readonly Page[]
}

/**
 * Makes each taxonomy that is in use, with a page per term. Terms that give one URL are one term; it is called what
 * its `_index.md` says, else as the newest page writes it.
 */
export function createTaxonomies({ config, pages, regular }: TaxonomyInput) {
  const collator = new Intl.Collator(config.site.language, { numeric: true })
  const termsOf = new Map<string, Page[]>()
  const taxonomies: Taxonomy[] = []
  for (const name of Object.values(config.taxonomies)) {
    const terms = collectTerms(name, { pages, regular, config })
    const described = pages.find(({ id, kind }) => kind === 'taxonomy' && id.startsWith(`${name}/`))
    if (terms.length === 0 && !described) continue
    for (const term of terms) {
      for (const page of term.pages) termsOf.set(page.id, [...(termsOf.get(page.id) ?? []), term.page])
    }
    taxonomies.push({
      name,
      page:
        described ??
        createGeneratedPage(
          {
            id: `${name}/_index.md`,
            kind: 'taxonomy',
            title: titleFromSegment(name),
            language: config.language.code,
          },
          `${config.language.prefix}/${urlize(name)}/`,
        ),
      terms: terms.sort((a, b) => collator.compare(a.page.title, b.page.title)),
    })
  }
  return { taxonomies, termsOf }
}

function collectTerms(name: string, { pages, regular, config }: TaxonomyInput): Term[] {
  const groups = new Map<string, Group>()
  for (const page of pages) {
    // A term that its author has described is there before any page has it.
    const slug = page.kind === 'term' ? slugOfTerm(page, name) : undefined
    if (slug !== undefined) groups.set(slug, { title: page.title, pages: [], described: page })
  }
  for (const page of regular) {
    for (const term of page.matter.terms[name] ?? []) {
      const slug = urlize(term)
      if (slug === '') continue
      const group = groups.get(slug) ?? { title: term, pages: [], described: undefined }
      if (!group.pages.includes(page)) group.pages.push(page)
      groups.set(slug, group)
    }
  }
  return [...groups].map(([slug, { title, pages, described }]) => ({
    page:
      described ??
      createGeneratedPage(
        { id: `${name}/${slug}/_index.md`, kind: 'term', title, language: config.language.code },
        `${config.language.prefix}/${urlize(name)}/${slug}/`,
      ),
    pages: pages.sort(comparePages),
  }))
}

type Group = { readonly title: string; readonly pages: Page[]; readonly described: Page | undefined }

/** `tags/Ink/_index.md` describes the term `ink` of `tags`. */
function slugOfTerm({ id }: Page, name: string): string | undefined {
  if (!id.startsWith(`${name}/`)) return undefined
  return urlize(id.slice(name.length + 1).replace(/\/_index\.[^/]+$/, ''))
}
