import type { Place } from '../../base/diagnostic.ts'
import { SiteError } from '../../base/site-error.ts'
import type { DateSources } from '../../config/config.ts'
import type { NamedDate } from './date-of-name.ts'
import type { FrontMatter } from './front-matter.ts'
import { hasDateForm, parseDate, writtenOffset } from './parse-date.ts'
import type { MatterRecord } from './parse-matter.ts'

export type DateContext = {
  readonly fields: MatterRecord
  readonly sources: DateSources
  readonly timeZone: string
  /** What the file's name says. */
  readonly named: NamedDate | undefined
  readonly modified: Date | undefined
  readonly committed: Date | undefined
  /** Where a field stands. */
  readonly placeOf: (key: string) => Place
}

export type ReadDates = Pick<
  FrontMatter,
  'date' | 'dateOffset' | 'lastmod' | 'publishDate' | 'expiryDate'
> & {
  /** That which comes with the date in the file's name. */
  readonly slug: string | undefined
  readonly errors: readonly SiteError[]
}

/** The dates of a page, each from the first of its sources that has one (Hugo's manual, "Configure dates"). */
export function readDates(context: DateContext): ReadDates {
  const { sources, timeZone, named } = context
  const { written, errors } = readWritten(context)
  const ofName = named && parseDate(named.date, timeZone)
  const find = (names: readonly string[], date?: Found): Found | undefined => {
    for (const source of names) {
      if (source === ':filename' && ofName) return { source, date: ofName, text: undefined }
      if (source === ':filemodtime' && context.modified) return { source, date: context.modified, text: 'Z' }
      if (source === ':git' && context.committed) return { source, date: context.committed, text: 'Z' }
      const own = written.get(source)
      if (own) return { source, ...own }
      // Where none is written, `date` is what the page's date is.
      if (source === 'date' && date) return date
    }
    return undefined
  }
  const date = find(sources.date)
  return {
    date: date?.date,
    dateOffset: date?.text === undefined ? undefined : writtenOffset(date.text),
    lastmod: find(sources.lastmod, date)?.date,
    publishDate: find(sources.publishDate, date)?.date,
    expiryDate: find(sources.expiryDate)?.date,
    slug: date?.source === ':filename' ? named?.slug : undefined,
    errors,
  }
}

type Found = Written & { readonly source: string }

type Written = { readonly date: Date; readonly text: string | undefined }

/** The dates in the front matter, and those that are none. */
function readWritten({ fields, sources, timeZone, placeOf }: DateContext) {
  const written = new Map<string, Written>()
  const errors: SiteError[] = []
  const keys = new Set(Object.values(sources).flat())
  for (const key of keys) {
    const value = fields[key]
    if (key.startsWith(':') || isNone(value) || (key === 'published' && typeof value === 'boolean')) continue
    const date = fromNumber(value) ?? parseDate(value, timeZone)
    if (date) written.set(key, { date, text: typeof value === 'string' ? value : 'Z' })
    else errors.push(invalidDate(placeOf(key), { key, value }))
  }
  return { written, errors }
}

/** Seconds since 1970, which no one writes for the years before 1973; `20200102` was meant for a day. */
const fromNumber = (value: unknown) =>
  typeof value === 'number' && value >= 100_000_000 && value <= LAST_SECOND
    ? new Date(value * 1000)
    : undefined

/** Further on, there are no dates (ECMA-262, "Time Values and Time Range"). */
const LAST_SECOND = 8.64e12

/** Go's zero time is what Hugo writes for "no date". */
const isNone = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && /^0001-01-01(?:[Tt ]00:00:00(?:\.0+)?(?:[Zz]|\+00:00)?)?$/.test(value.trim()))

const invalidDate = (place: Place, { key, value }: { readonly key: string; readonly value: unknown }) =>
  new SiteError({
    code: 'matter/invalid-date',
    message: `Cannot read ${key} "${shownValue(value)}": ${whyNoDate(value)}`,
    hint: 'Write it as 2026-11-24, or with a time and a zone as 2026-11-24T09:30:00+01:00',
    place,
  })

function whyNoDate(value: unknown): string {
  if (typeof value !== 'string') return 'it is not a date'
  if (hasDateForm(value)) return 'the calendar has no such day or time'
  return /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(value)
    ? 'what follows the day is not a time'
    : 'it is not a date'
}

export const shownValue = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 60)
