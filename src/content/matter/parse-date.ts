/**
 * Reads a date as Hugo does: RFC 3339, the same with a space for the T or without seconds, a bare day, and the
 * written forms of RFC 1123 and "2 Jan 2006". A date that names no zone is taken in `timeZone` (an IANA name).
 * Gives undefined for what is no date, and for a day that the calendar does not have.
 */
export function parseDate(value: unknown, timeZone: string): Date | undefined {
  // TOML has dates of its own; the parser gives them as Date objects that still know how they were written.
  const text = value instanceof Date ? value.toISOString() : value
  if (typeof text !== 'string') return undefined
  return parseIso(text.trim(), timeZone) ?? parseWritten(text.trim(), timeZone)
}

/** Whether a text is written as a date is, be it one that the calendar has or not. */
export const hasDateForm = (text: string): boolean => ISO.test(text.trim()) || WRITTEN.test(text.trim())

/**
 * Minutes that the clock is ahead of UTC by which a date is written; undefined where it names no zone, and so is
 * written by the site's.
 */
export function writtenOffset(text: string): number | undefined {
  if (text === 'Z') return 0
  const [, zulu, sign, hour, minute] =
    /\d(?:[Tt]|\s+)\d{1,2}:[\d:.,]+\s*(?:(Z|z|UTC|GMT)|([+-])(\d{2}):?(\d{2}))/.exec(text) ?? []
  if (zulu !== undefined) return 0
  if (sign === undefined) return undefined
  const minutes = Number(hour) * 60 + Number(minute)
  return sign === '-' ? 0 - minutes : minutes
}

/** What the site's clock shows at a moment, as if it were UTC. */
export const wallClock = (date: Date, { offset, timeZone }: WallClock): Date =>
  new Date(date.getTime() + (offset === undefined ? zoneOffset(date, timeZone) : offset * 60_000))

export type WallClock = { readonly offset: number | undefined; readonly timeZone: string }

const zoneOffset = (date: Date, timeZone: string) =>
  timeZone === 'UTC' ? 0 : offsetAt(date.getTime(), timeZone)

// Go writes a zone's abbreviation behind its offset. Alone it would say too little: EST is a zone of two continents.
const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(?:(Z|z|UTC|GMT)|([+-]\d{2}):?(\d{2})(?:\s+[A-Z]{3,4})?)?$/

function parseIso(text: string, timeZone: string): Date | undefined {
  const match = ISO.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction, zulu, offsetHour, offsetMinute] = match
  const parts = [year, month, day, hour, minute, second].map((part) => Number(part ?? 0))
  const milliseconds = Math.trunc(Number(`0.${fraction ?? 0}`) * 1000)
  const utc = utcOf(parts, milliseconds)
  if (utc === undefined) return undefined
  if (zulu) return new Date(utc)
  return offsetHour === undefined ? inZone(utc, timeZone) : atOffset(utc, offsetHour, Number(offsetMinute))
}

const WRITTEN =
  /^(?:[A-Z][a-z]{2,8},?\s+)?(?:(\d{1,2})\s+([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8})\s+(\d{1,2}),?)\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s+(GMT|UTC|[+-]\d{4}))?$/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function parseWritten(text: string, timeZone: string): Date | undefined {
  const match = WRITTEN.exec(text)
  if (!match) return undefined
  const [, dayFirst, monthSecond, monthFirst, daySecond, year, hour, minute, second, zone] = match
  const month = months.indexOf((monthSecond ?? monthFirst ?? '').slice(0, 3).toLowerCase()) + 1
  const parts = [year, month, dayFirst ?? daySecond, hour, minute, second].map((part) => Number(part ?? 0))
  const utc = utcOf(parts, 0)
  if (utc === undefined) return undefined
  if (zone === undefined) return inZone(utc, timeZone)
  const [, offsetHour, offsetMinute] = /^([+-]\d{2})(\d{2})$/.exec(zone) ?? []
  return offsetHour === undefined ? new Date(utc) : atOffset(utc, offsetHour, Number(offsetMinute))
}

/** The moment at which clocks that are ahead by an offset show what `utc` shows in UTC (RFC 3339 §5.6). */
function atOffset(utc: number, signedHour: string, minute: number): Date | undefined {
  const hour = Number(signedHour)
  if (Math.abs(hour) > 23 || minute > 59) return undefined
  const sign = signedHour.startsWith('-') ? -1 : 1
  return new Date(utc - (hour * 60 + sign * minute) * 60_000)
}

/** Milliseconds since 1970 of a UTC date, or undefined where Date would roll over (30 February, 25 o'clock). */
function utcOf(parts: readonly number[], milliseconds: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds))
  date.setUTCFullYear(year, month - 1, day)
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same && hour < 24 && minute < 60 && second < 60 ? date.getTime() : undefined
}

/** The moment at which clocks in a zone show what `utc` shows in UTC. */
function inZone(utc: number, timeZone: string): Date {
  if (timeZone === 'UTC') return new Date(utc)
  const guess = utc - offsetAt(utc, timeZone)
  // Near a change of summer time the first guess lies on its other side.
  return new Date(utc - offsetAt(guess, timeZone))
}

/** How many milliseconds a zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const match = /([+-])(\d{2}):(\d{2})/.exec(name)
  if (!match) return 0
  const milliseconds = (Number(match[2]) * 60 + Number(match[3])) * 60_000
  return match[1] === '-' ? -milliseconds : milliseconds
}
