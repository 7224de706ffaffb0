import { SiteError } from '../base/site-error.ts'
import type { FrontMatter } from './front-matter.ts'
import { hasDateForm, parseDate } from './parse-date.ts'
import { type MatterRecord, parseMatter } from './parse-matter.ts'
import { offsetOfKey, placeOfKey } from './place-of-key.ts'
import type { SplitText } from './split-matter.ts'

export type MatterContext = {
  readonly path: string
  /** The whole file. */
  readonly text: string
  readonly split: SplitText
  readonly timeZone: string
  /** Plural names. */
  readonly taxonomies: readonly string[]
}

const dates = [
  'date',
  'publishdate',
  'pubdate',
  'published',
  'lastmod',
  'modified',
  'expirydate',
  'unpublishdate',
]
const known = [
  ...dates,
  ...['title', 'linktitle', 'description', 'summary', 'draft', 'weight', 'slug', 'url', 'layout', 'aliases'],
]

/**
 * Reads front matter into its typed form. All that is wrong in it is told at once.
 *
 * @throws SiteError matter/syntax, matter/invalid-type, matter/invalid-date
 */
export function readMatter(context: MatterContext): FrontMatter {
  const record = parseMatter(context.path, context.text, context.split)
  const errors: SiteError[] = []
  const read = <Value>(key: string, as: (value: unknown) => Value | undefined, kind: string) => {
    const value = record[key]
    // `title:` without a value is YAML for null, and means "not given" to everyone who writes it.
    if (value === undefined || value === null || value === '') return undefined
    const result = as(value)
    if (result === undefined) errors.push(invalidType(context, { key, value, kind }))
    return result
  }
  const written = writtenDates(context, record)
  const date = (...keys: readonly string[]) => {
    const key = keys.find((key) => written.has(key))
    return key === undefined ? undefined : parseDate(written.get(key), context.timeZone)
  }
  errors.push(...badDates(context, written))
  const matter: FrontMatter = {
    title: read('title', asText, 'a text'),
    linkTitle: read('linktitle', asText, 'a text'),
    description: read('description', asText, 'a text'),
    summary: read('summary', asText, 'a text'),
    date: date('date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'),
    lastmod: date('lastmod', 'modified', 'date', 'publishdate', 'pubdate', 'published'),
    publishDate: date('publishdate', 'pubdate', 'published', 'date'),
    expiryDate: date('expirydate', 'unpublishdate'),
    draft: read('draft', asBoolean, 'true or false') ?? false,
    weight: read('weight', asNumber, 'a number') ?? 0,
    slug: read('slug', asText, 'a text'),
    url: read('url', asText, 'a text'),
    layout: read('layout', asText, 'a text'),
    type: read('type', asText, 'a text'),
    keywords: read('keywords', asList, 'a list') ?? [],
    menus: {},
    resources: [],
    outputs: [],
    sitemap: { changeFrequency: undefined, priority: undefined, disable: false },
    translationKey: read('translationkey', asText, 'a text'),
    isCjk: read('iscjklanguage', asBoolean, 'true or false'),
    build: { list: 'always', render: 'always', publishResources: true },
    cascade: [],
    aliases: read('aliases', asList, 'a list of paths') ?? [],
    terms: Object.fromEntries(
      context.taxonomies.map((plural) => [
        plural,
        [...new Set(read(plural.toLowerCase(), asList, 'a list') ?? [])],
      ]),
    ),
    params: paramsOf(record, context.taxonomies),
  }
  if (errors.length > 0) throw new SiteError(errors.flatMap(({ diagnostics }) => diagnostics))
  return matter
}

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined

/** Real sites write 1 and 0 and quote their booleans. */
function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === 'true') return true
  if (value === 0 || value === 'false') return false
  return undefined
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** A list of texts; one text alone is a list of one. */
function asList(value: unknown): readonly string[] | undefined {
  const items = Array.isArray(value) ? value.filter((item) => item !== null) : [value]
  const texts = items.map(asText)
  return texts.every((text) => text !== undefined)
    ? texts.map((text) => text.trim()).filter(Boolean)
    : undefined
}

function paramsOf(record: MatterRecord, taxonomies: readonly string[]): MatterRecord {
  const taken = new Set([...known, ...taxonomies.map((plural) => plural.toLowerCase()), 'params'])
  const own = Object.fromEntries(Object.entries(record).filter(([key]) => !taken.has(key)))
  const nested = record.params
  if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return own
  return {
    ...own,
    ...Object.fromEntries(Object.entries(nested).map(([key, value]) => [key.toLowerCase(), value])),
  }
}

/** The dates that are given, as they are written. */
function writtenDates({ split }: MatterContext, record: MatterRecord): ReadonlyMap<string, unknown> {
  const written = dates.map((key) => {
    const value = record[key]
    // The TOML parser takes 30 February for 2 March: only the text tells what the author wrote.
    return [key, value instanceof Date ? (literalOf(split, key) ?? value) : value] as const
  })
  return new Map(written.filter(([, value]) => !isNone(value)))
}

function literalOf(split: SplitText, key: string): string | undefined {
  const offset = offsetOfKey(split, key)
  return offset === undefined
    ? undefined
    : /^\d{4}-\d\d-\d\d(?:[Tt ][\d:.]+(?:[Zz]|[+-]\d\d:\d\d)?)?/.exec(split.matter.slice(offset))?.[0]
}

/** Go's zero time is what Hugo writes for "no date". */
const isNone = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && /^0001-01-01[Tt ]00:00:00(?:\.0+)?(?:[Zz]|\+00:00)$/.test(value.trim()))

function badDates(context: MatterContext, written: ReadonlyMap<string, unknown>): SiteError[] {
  return [...written].flatMap(([key, value]) =>
    parseDate(value, context.timeZone) ? [] : [invalidDate(context, key, value)],
  )
}

function invalidDate(context: MatterContext, key: string, value: unknown): SiteError {
  return new SiteError({
    code: 'matter/invalid-date',
    message: `Cannot read ${key} "${shown(value)}": ${whyNoDate(value)}`,
    hint: 'Write it as 2026-11-24, or with a time and a zone as 2026-11-24T09:30:00+01:00',
    place: placeOfKey(context, key),
  })
}

function whyNoDate(value: unknown): string {
  if (typeof value !== 'string') return 'it is not a date'
  if (hasDateForm(value)) return 'the calendar has no such day or time'
  return /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(value)
    ? 'what follows the day is not a time'
    : 'it is not a date'
}

function invalidType(
  context: MatterContext,
  field: { key: string; value: unknown; kind: string },
): SiteError {
  return new SiteError({
    code: 'matter/invalid-type',
    message: `Cannot read ${field.key} "${shown(field.value)}": it is not ${field.kind}`,
    hint: `Write ${field.kind} there`,
    place: placeOfKey(context, field.key),
  })
}

const shown = (value: unknown) =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 60)
