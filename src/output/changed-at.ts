import { isPublic } from '../content/is-public.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'

/** A page that is published under a later date than its last change was changed by that. */
export const changedAt = ({ matter }: Page): Date | undefined => latest([matter.lastmod, matter.date])

export function latest(dates: readonly (Date | undefined)[]): Date | undefined {
  const times = dates.flatMap((date) => (date ? [date.getTime()] : []))
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)))
}

/** By id of a list's page: the public ones of the regular pages that it shows; of a taxonomy, those of all its terms. */
export function pagesOfLists({
  config,
  home,
  posts,
  sections,
  taxonomies,
}: Site): ReadonlyMap<string, readonly Page[]> {
  const publicOf = (pages: readonly Page[]) => pages.filter((page) => isPublic(page, config))
  return new Map([
    [home.id, publicOf(posts)],
    ...sections.map(({ page, pages }) => [page.id, publicOf(pages)] as const),
    ...taxonomies.flatMap(({ page, terms }) => [
      [page.id, publicOf(terms.flatMap(({ pages }) => pages))] as const,
      ...terms.map((term) => [term.page.id, publicOf(term.pages)] as const),
    ]),
  ])
}

/** A list that says nothing of itself changes with the newest of its pages. */
export const lastChangeOf = (page: Page, lists: ReturnType<typeof pagesOfLists>): Date | undefined =>
  changedAt(page) ?? latest((lists.get(page.id) ?? []).map(changedAt))
