import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { parseDate } from '../../src/content/matter/parse-date.ts'

test.each([
  ['2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24', 'Europe/Berlin', '2026-11-23T23:00:00.000Z'],
  ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
  ['2026-11-24T09:30', 'Asia/Tokyo', '2026-11-24T00:30:00.000Z'],
  ['2026-11-24 09:30:15', 'America/New_York', '2026-11-24T14:30:15.000Z'],
  ['2017-11-12T09:40:19+09:00', 'UTC', '2017-11-12T00:40:19.000Z'],
  ['2017-11-12T09:40:19.25Z', 'Asia/Tokyo', '2017-11-12T09:40:19.250Z'],
  ['2017-11-12 09:40:19 -0330', 'UTC', '2017-11-12T13:10:19.000Z'],
  ['2017-11-12 09:40:19 -0500 EST', 'UTC', '2017-11-12T14:40:19.000Z'],
  ['2017-11-12 09:40 UTC', 'Asia/Tokyo', '2017-11-12T09:40:00.000Z'],
  ['2015-2-9', 'UTC', '2015-02-09T00:00:00.000Z'],
  ['2 Jan 2006', 'UTC', '2006-01-02T00:00:00.000Z'],
  ['January 2, 2006', 'UTC', '2006-01-02T00:00:00.000Z'],
  ['Mon, 02 Jan 2006 15:04:05 GMT', 'Asia/Tokyo', '2006-01-02T15:04:05.000Z'],
  ['Mon, 02 Jan 2006 15:04:05 -0700', 'UTC', '2006-01-02T22:04:05.000Z'],
  ['2024-02-29', 'UTC', '2024-02-29T00:00:00.000Z'],
  // The hour that a clock shows twice or never, around a change of summer time.
  ['2026-03-29T01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59.000Z'],
  ['2026-03-29T03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['0099-01-01', 'UTC', '0099-01-01T00:00:00.000Z'],
])('%s in %s', (text, zone, expected) => {
  expect(parseDate(text, zone)?.toISOString()).toBe(expected)
})

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2025-02-29',
  '2026-01-01T24:00',
  '2026-01-01T10:60',
  '2026-01-01T10:00 PM',
  '2026-01-01T10:00:00+02',
  '2026-01-01T10:00:00+25:00',
  '2026-01-01T10:00:00-01:60',
  'Mon, 02 Jan 2006 15:04:05 +0199',
  '2026-01-01T10:00 Europe/Berlin',
  '2026-01-01T10:00 EST',
  'soon',
  '',
  '12',
])('"%s" is no date', (text) => {
  expect(parseDate(text, 'UTC')).toBeUndefined()
})

test.each([12, true, [], {}, null, undefined])('%s is no date', (value) => {
  expect(parseDate(value, 'UTC')).toBeUndefined()
})

test('a TOML date without a zone is one of the site', () => {
  const { a, b, c } = parse('a = 2026-11-24\nb = 2026-11-24T01:00:00\nc = 2026-11-24T01:00:00Z')
  expect(parseDate(a, 'Asia/Tokyo')?.toISOString()).toBe('2026-11-23T15:00:00.000Z')
  expect(parseDate(b, 'Asia/Tokyo')?.toISOString()).toBe('2026-11-23T16:00:00.000Z')
  expect(parseDate(c, 'Asia/Tokyo')?.toISOString()).toBe('2026-11-24T01:00:00.000Z')
})
