import { tokenPattern } from '../../config/permalink-tokens.ts'
import { formatGoDate } from './format-go-date.ts'
import { sliceSections } from './slice-sections.ts'
import { type UrlStyle, urlize } from './urlize.ts'

/** What the tokens of a pattern stand for. */
export type PermalinkValues = {
  readonly title: string
  readonly slug: string | undefined
  /** The file's name without ending and language, or that of its bundle; empty for lists. */
  readonly baseName: string
  /** Logical names of the sections that the page lies in, the first folder first. */
  readonly sections: readonly string[]
  /** The same sections as their slugs, or titles where they have none. */
  readonly sectionSlugs: readonly string[]
  /** As the clock showed it that the date was written by, in UTC; undefined where the page has no date. */
  readonly date: Date | undefined
}

/** The pattern's addresses as Hugo fills them in (Hugo's manual, "Permalinks"); unknown tokens stay. */
export function expandPermalink(pattern: string, values: PermalinkValues, style: UrlStyle): string {
  const fill = fillerFor(values, style)
  return pattern
    .replaceAll(tokenPattern, (_, name: string, cut?: string) => fill(name, cut))
    .replaceAll('\\:', ':')
}

/** Gives the value of one token; of an unknown one, what Go's layouts make of its name. */
function fillerFor(values: PermalinkValues, style: UrlStyle): (name: string, cut?: string) => string {
  // What has no date has that of Go's zero time in Hugo's addresses.
  const date = values.date ?? zero
  const title = () => titlePart(values.title, style)
  const baseName = () => tokenPart(values.baseName, style)
  const slugOr = (other: () => string) =>
    values.slug === undefined ? other() : tokenPart(values.slug, style)
  const slugs = (parts: readonly string[]) => parts.map((part) => titlePart(part, style)).join('/')
  const cutOf = (parts: readonly string[], cut?: string) =>
    cut === undefined ? parts : sliceSections(parts, cut)
  const tokens: Readonly<Record<string, (cut?: string) => string>> = {
    year: () => String(date.getUTCFullYear()),
    month: () => formatGoDate(date, '01'),
    monthname: () => formatGoDate(date, 'January'),
    day: () => formatGoDate(date, '02'),
    weekday: () => String(date.getUTCDay()),
    weekdayname: () => formatGoDate(date, 'Monday'),
    yearday: () => String(Number(formatGoDate(date, '002'))),
    section: () => values.sections[0] ?? '',
    sections: (cut) => cutOf(values.sections, cut).join('/'),
    sectionslug: () => slugs(values.sectionSlugs.slice(0, 1)),
    sectionslugs: (cut) => slugs(cutOf(values.sectionSlugs, cut)),
    title,
    slug: () => slugOr(title),
    contentbasename: baseName,
    filename: baseName,
    slugorcontentbasename: () => slugOr(baseName),
    slugorfilename: () => slugOr(baseName),
  }
  return (name, cut) => tokens[name]?.(cut) ?? formatGoDate(date, name)
}

const zero = new Date('0001-01-01T00:00:00Z')

const titlePart = (title: string, style: UrlStyle) => tokenPart(title.replaceAll(/[\\/]/g, '-'), style)

/**
 * A token's value goes through a URL's spelling in Hugo: `+` and `%20` come out as spaces, and a `#` at the end is no
 * part of a path.
 */
const tokenPart = (text: string, style: UrlStyle) =>
  urlize(
    urlize(text, style)
      .replaceAll(/\+|%20/g, ' ')
      .replace(/#+$/, '')
      .trim(),
    style,
  )
