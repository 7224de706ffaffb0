import path from 'node:path'
import { encodePath } from '../base/encode-path.ts'
import type { Pager } from '../theme/props.ts'
import { urlBeside } from './url-beside.ts'

export type ListPage<Item> = { readonly url: string; readonly items: readonly Item[]; readonly pager: Pager }

export type Pagination = {
  /** Entries on one page. */
  readonly size: number
  /** What later addresses hold: `page`. */
  readonly path: string
}

/** Splits a list into pages: `/posts/`, `/posts/page/2/` … An empty list is one empty page. */
export function paginate<Item>(
  url: string,
  items: readonly Item[],
  pagination: Pagination,
): readonly ListPage<Item>[] {
  const { size } = pagination
  const count = Math.max(1, Math.ceil(items.length / size))
  const urlOf = (number: number) => (number === 1 ? url : urlOfNumber(url, number, pagination))
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

/** `/posts/page/2/`; of `/tags/ink.html` it is `/tags/ink/page/2.html`. */
export function urlOfNumber(url: string, number: number, pagination: Pick<Pagination, 'path'>): string {
  const ending = url.endsWith('/') ? '/' : path.posix.extname(url)
  return urlBeside(url, `${pagination.path}/${number}${ending}`)
}
