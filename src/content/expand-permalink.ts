import { tokenPattern } from '../config/permalink-tokens.ts'
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
  // What has no date has that of Go's zero time in Hugo's addresses.
  const date = values.date ?? zero
  const slug = values.slug === undefined ? titlePart(values.title, style) : tokenPart(values.slug, style)
  const baseName = tokenPart(values.baseName, style)
  const tokens: Readonly<Record<string, string>> = {
    year: String(date.getUTCFullYear()),
    month: twoDigits(date.getUTCMonth() + 1),
    monthname: formatGoDate(date, 'January'),
    day: twoDigits(date.getUTCDate()),
    weekday: String(date.getUTCDay()),
    weekdayname: formatGoDate(date, 'Monday'),
    yearday: String(Number(formatGoDate(date, '002'))),
    section: values.sections[0] ?? '',
    sections: values.sections.join('/'),
    sectionslug: titlePart(values.sectionSlugs[0] ?? '', style),
    sectionslugs: values.sectionSlugs.map((part) => titlePart(part, style)).join('/'),
    title: titlePart(values.title, style),
    slug,
    contentbasename: baseName,
    filename: baseName,
    slugorcontentbasename: values.slug === undefined ? baseName : slug,
    slugorfilename: values.slug === undefined ? baseName : slug,
  }
  return pattern
    .replaceAll(tokenPattern, (whole, name: string, cut?: string) => {
      if (cut === undefined) return tokens[name] ?? formatGoDate(date, name)
      if (name === 'sections') return sliceSections(values.sections, cut).join('/')
      if (name === 'sectionslugs')
        return sliceSections(values.sectionSlugs, cut)
          .map((part) => titlePart(part, style))
          .join('/')
      return whole
    })
    .replaceAll('\\:', ':')
}

const zero = new Date('0001-01-01T00:00:00Z')

const twoDigits = (number: number) => String(number).padStart(2, '0')

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
