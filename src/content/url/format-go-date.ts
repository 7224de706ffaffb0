/**
 * A date in UTC by one of Go's layouts, which permalinks take as tokens: `2006`, `06`, `Jan`. What is no part of one
 * stays.
 */
export const formatGoDate = (date: Date, layout: string): string =>
  layout.replaceAll(
    /January|Jan|Monday|Mon|MST|2006|002|01|02|03|04|05|06|15|PM|_2|[1-5]/g,
    (part) => formats[part]?.(date) ?? part,
  )

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const padded = (number: number, length = 2) => String(number).padStart(length, '0')
const hour12 = (date: Date) => date.getUTCHours() % 12 || 12
const dayOfYear = (date: Date) =>
  Math.round((Date.UTC(2000, date.getUTCMonth(), date.getUTCDate()) - Date.UTC(2000, 0, 1)) / 86_400_000) +
  (isLeapYear(date.getUTCFullYear()) || date.getUTCMonth() < 2 ? 1 : 0)
const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const formats: Readonly<Record<string, (date: Date) => string>> = {
  January: (date) => months[date.getUTCMonth()] ?? '',
  Jan: (date) => months[date.getUTCMonth()]?.slice(0, 3) ?? '',
  Monday: (date) => weekdays[date.getUTCDay()] ?? '',
  Mon: (date) => weekdays[date.getUTCDay()]?.slice(0, 3) ?? '',
  MST: () => 'UTC',
  2006: (date) => padded(date.getUTCFullYear(), 4),
  '06': (date) => padded(date.getUTCFullYear() % 100),
  '002': (date) => padded(dayOfYear(date), 3),
  '01': (date) => padded(date.getUTCMonth() + 1),
  1: (date) => String(date.getUTCMonth() + 1),
  '02': (date) => padded(date.getUTCDate()),
  2: (date) => String(date.getUTCDate()),
  _2: (date) => String(date.getUTCDate()).padStart(2),
  15: (date) => padded(date.getUTCHours()),
  '03': (date) => padded(hour12(date)),
  3: (date) => String(hour12(date)),
  '04': (date) => padded(date.getUTCMinutes()),
  4: (date) => String(date.getUTCMinutes()),
  '05': (date) => padded(date.getUTCSeconds()),
  5: (date) => String(date.getUTCSeconds()),
  PM: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
}
