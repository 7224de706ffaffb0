import { encodePath } from '../base/encode-path.ts'
import type { Pager } from '../theme/props.ts'

export type ListPage<Item> = { readonly url: string; readonly items: readonly Item[]; readonly pager: Pager }

/** Splits a list into pages: `/posts/`, `/posts/page/2/` … An empty list is one empty page. */
export function paginate<Item>(url: string, items: readonly Item[], size: number): readonly ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size))
  const urlOf = (number: number) => (number === 1 ? url : `${url}page/${number}/`)
  return Array.from({ length: count }, (_, index) => ({
    url: urlOf(index + 1),
    items: items.slice(index * size, (index + 1) * size),
    pager: {
      number: index + 1,
      count,
      previous: index === 0 ? undefined : encodePath(urlOf(index)),
      next: index + 1 === count ? undefined : encodePath(urlOf(index + 2)),
    },
  }))
}
