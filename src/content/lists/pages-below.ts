import type { Page } from '../page.ts'

/** By the path of each list: the pages that lie in it and further below, in the order that they are given in. */
export function pagesBelow(
  lists: readonly Pick<Page, 'path'>[],
  pages: readonly Page[],
): ReadonlyMap<string, readonly Page[]> {
  const below = new Map(lists.map(({ path }) => [path, [] as Page[]]))
  for (const page of pages) {
    const { path } = page
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      below.get(path.slice(0, end))?.push(page)
  }
  return below
}
