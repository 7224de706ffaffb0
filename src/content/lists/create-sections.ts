import type { Page } from '../page.ts'
import type { Section } from '../site.ts'
import { createList } from './create-list.ts'
import type { ListContext } from './list-context.ts'
import { listTitle } from './list-title.ts'
import { pagesBelow } from './pages-below.ts'

export type SectionsInput = {
  /** What this build shows. */
  readonly pages: readonly Page[]
  /** Also what it does not show: a section that is a draft is not made up for, and one of drafts is there. */
  readonly all: readonly Page[]
  readonly context: ListContext
}

/**
 * The sections, with their regular pages and those below: each first folder that holds a page, and a deeper one that
 * has an `_index.md` (Hugo's manual, "Sections").
 */
export function createSections({ pages, all, context }: SectionsInput): readonly Section[] {
  const described = pages.filter(({ kind }) => kind === 'section')
  const regular = pages.filter(({ kind, matter }) => kind === 'page' && matter.build.list !== 'never')
  const lists = [...described, ...generated(all, context)]
  const below = pagesBelow(lists, regular)
  return lists.map((page) => ({ page, pages: below.get(page.path) ?? [] }))
}

function generated(all: readonly Page[], context: ListContext): readonly Page[] {
  const taken = new Set(all.filter(({ kind }) => kind !== 'page').map(({ path }) => path))
  // A taxonomy's list is what its folder's address shows, whatever pages lie there.
  for (const plural of Object.values(context.config.taxonomies)) taken.add(`/${plural.toLowerCase()}`)
  const folders = new Map<string, string>()
  for (const { id, section } of all) {
    if (section === '' || folders.has(section) || taken.has(`/${section}`)) continue
    const [folder] = id.split('/')
    if (folder) folders.set(section, folder)
  }
  return [...folders.values()].map((folder) =>
    createList(
      { id: `${folder}/_index.md`, kind: 'section', title: listTitle(folder, context.config.titles) },
      context,
    ),
  )
}
