import type { FrontMatter } from '../matter/front-matter.ts'
import { withMatter } from '../open-page.ts'
import type { Page } from '../page.ts'

type Dates = Pick<FrontMatter, 'date' | 'lastmod' | 'publishDate'>

/** Gives a list that says nothing of its dates the newest ones of what is in it, as Hugo does. */
export function dateList(list: Page, members: readonly Page[]): Page {
  const { date, lastmod, publishDate, expiryDate } = list.matter
  if (date ?? lastmod ?? publishDate ?? expiryDate) return list
  const newest = (key: keyof Dates, of = members) =>
    of.reduce<Date | undefined>((best, { matter }) => later(best, matter[key]), undefined)
  return withMatter(list, {
    ...list.matter,
    date: newest('date'),
    lastmod: newest('lastmod'),
    // A list was published with its first page, and not only with those to come.
    publishDate: newest(
      'publishDate',
      members.filter(({ state }) => state !== 'future'),
    ),
  })
}

const later = (a: Date | undefined, b: Date | undefined) => (a && (!b || a >= b) ? a : b)
