import type { Page } from '../page.ts'

/** Sorts as `Array.sort` wants it. */
export type ComparePages = (a: Page, b: Page) => number

/**
 * The default order of lists: weight, then date with the newest first, then link title in the order of the language,
 * then the file's path in lower case, its ending included (Hugo's manual, "Lists").
 */
export function comparePages(locale: string): ComparePages {
  const collator = new Intl.Collator(locale)
  return (a, b) =>
    weightOf(a) - weightOf(b) ||
    dateOf(b) - dateOf(a) ||
    collator.compare(linkTitle(a), linkTitle(b)) ||
    byCodeUnits(a.id.toLowerCase(), b.id.toLowerCase()) ||
    byCodeUnits(a.id, b.id)
}

// Weight 0 means none, and pages without one come last.
const weightOf = ({ matter }: Page) => (matter.weight === 0 ? Number.MAX_SAFE_INTEGER : matter.weight)

/** Whole seconds; what has no date is older than everything. */
const dateOf = ({ matter }: Page) =>
  matter.date === undefined ? Number.MIN_SAFE_INTEGER : Math.floor(matter.date.getTime() / 1000)

/** A post whose author gave it no title has none in Hugo either, where it stands first among its like. */
const linkTitle = ({ kind, matter, title }: Page) =>
  matter.linkTitle ?? matter.title ?? (kind === 'page' ? '' : title)

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
