import type { Page } from './page.ts'

const collator = new Intl.Collator('en', { numeric: true })

/** The default order of lists: weight, then date with the newest first, then link title, then path (Hugo's manual). */
export function comparePages(a: Page, b: Page): number {
  return (
    weightOf(a) - weightOf(b) ||
    dateOf(b) - dateOf(a) ||
    collator.compare(linkTitle(a), linkTitle(b)) ||
    (a.id < b.id ? -1 : 1)
  )
}

// Weight 0 means none, and pages without one come last.
const weightOf = ({ matter }: Page) => (matter.weight === 0 ? Number.MAX_SAFE_INTEGER : matter.weight)
const dateOf = ({ matter }: Page) => matter.date?.getTime() ?? Number.MIN_SAFE_INTEGER
const linkTitle = ({ matter, title }: Page) => matter.linkTitle ?? title
