import type { FrontMatter } from '../matter/front-matter.ts'
import { withMatter } from '../open-page.ts'
import type { Page } from '../page.ts'

type Dates = Pick<FrontMatter, 'date' | 'lastmod' | 'publishDate'>

/** Gives a list that says nothing of its dates the newest ones of what is in it, as Hugo does. */
export function dateList(list: Page, members: readonly Page[]): Page {
  const { date, lastmod, publishDate, expiryDate } = list.matter
  if (date ?? lastmod ?? publishDate ?? expiryDate) return list
  return withMatter(list, { ...list.matter, ...newestOf(members) })
}

function newestOf(members: readonly Page[]): Dates {
  let date: Date | undefined
  let lastmod: Date | undefined
  let publishDate: Date | undefined
  for (const { matter, state } of members) {
    date = later(date, matter.date)
    lastmod = later(lastmod, matter.lastmod)
    // A list was published with its first page, and not only with those to come.
    if (state !== 'future') publishDate = later(publishDate, matter.publishDate)
  }
  return { date, lastmod, publishDate }
}

const later = (a: Date | undefined, b: Date | undefined) => (a && (!b || a.getTime() >= b.getTime()) ? a : b)
