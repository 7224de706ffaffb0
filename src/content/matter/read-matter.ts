import type { Place } from '../../base/diagnostic.ts'
import { SiteError } from '../../base/site-error.ts'
import type { DateSources, OutputFormat } from '../../config/config.ts'
import type { NamedDate } from './date-of-name.ts'
import type { BuildMatter, FrontMatter } from './front-matter.ts'
import { isRecord, type MatterLayer } from './matter-layer.ts'
import type { MatterText } from './matter-text.ts'
import { asBoolean, asList, asNumber, asTerms, asText, asWords } from './matter-values.ts'
import { placeOfKey } from './place-of-key.ts'
import { readBuild, usualBuild } from './read-build.ts'
import { readDates, shownValue } from './read-dates.ts'
import { readMenus } from './read-menus.ts'
import { readResources } from './read-resources.ts'

export type MatterContext = MatterText & {
  /** What the page says and inherits. */
  readonly layer: MatterLayer
  /** Where the inherited fields stand. */
  readonly origins: ReadonlyMap<string, MatterText | undefined>
  readonly timeZone: string
  readonly dates: DateSources
  /** Plural names. */
  readonly taxonomies: readonly string[]
  /** What the file's name says of the date. */
  readonly named: NamedDate | undefined
  readonly modified: Date | undefined
  readonly committed: Date | undefined
}

/**
 * Reads front matter into its typed form. All that is wrong in it is told at once.
 *
 * @throws SiteError matter/invalid-type, matter/invalid-value, matter/invalid-date
 */
export function readMatter(context: MatterContext): FrontMatter {
  const { fields, params } = context.layer
  const errors: SiteError[] = []
  const placeOf = (key: string): Place => placeOfField(context, key)
  const read = <Value>(key: string, as: (value: unknown) => Value | undefined, kind: string) => {
    const value = fields[key]
    // `title:` without a value is YAML for null, and means "not given" to everyone who writes it.
    if (value === undefined || value === null || value === '') return undefined
    const result = as(value)
    if (result === undefined) errors.push(invalidType({ key, value, kind, place: placeOf(key) }))
    return result
  }
  const dates = readDates({ ...context, fields, sources: context.dates, placeOf })
  const { date, dateOffset, lastmod, publishDate, expiryDate } = dates
  const matter: FrontMatter = {
    title: read('title', asText, 'a text'),
    linkTitle: read('linktitle', asText, 'a text'),
    description: read('description', asText, 'a text'),
    summary: read('summary', asText, 'a text'),
    date,
    dateOffset,
    lastmod,
    publishDate,
    expiryDate,
    draft: readDraft(fields) ?? read('draft', asBoolean, 'true or false') ?? false,
    weight: whole(read('weight', asNumber, 'a number') ?? 0),
    slug:
      read('slug', asText, 'a text')
        ?.trim()
        .replaceAll(/^-+|-+$/g, '') || dates.slug,
    url: read('url', asText, 'a text')?.trim(),
    layout: read('layout', asText, 'a text'),
    type: read('type', asText, 'a text'),
    keywords: read('keywords', asKeywords, 'a list') ?? [],
    menus: {
      ...read('menu', readMenus, 'the name of a menu, a list of names, or a map'),
      ...read('menus', readMenus, 'the name of a menu, a list of names, or a map'),
    },
    resources: read('resources', readResources, 'a list of maps with `src`') ?? [],
    outputs: (read('outputs', asWords, 'a list') ?? []).flatMap(outputOf),
    sitemap: readSitemap(
      read('sitemap', (value) => (value === false || isRecord(value) ? value : undefined), 'a map'),
    ),
    translationKey: read('translationkey', asText, 'a text'),
    isCjk: read('iscjklanguage', asBoolean, 'true or false'),
    build: readBuildOf(fields, (key, kind) => errors.push(invalidValue({ key, kind, place: placeOf(key) }))),
    cascade: read('cascade', asRecords, 'a map or a list of maps') ?? [],
    aliases: read('aliases', asWords, 'a list of paths') ?? [],
    terms: Object.fromEntries(
      context.taxonomies.map((plural) => [
        plural,
        [...new Set(read(plural.toLowerCase(), asTerms, 'a list') ?? [])],
      ]),
    ),
    markup: read('markup', asMarkup, 'markdown or html'),
    params,
  }
  read('params', (value) => (isRecord(value) ? value : undefined), 'a map')
  const all = [...dates.errors, ...errors]
  if (all.length > 0) throw new SiteError(all.flatMap(({ diagnostics }) => diagnostics))
  return matter
}

/** Never -0. */
const whole = (number: number) => Math.trunc(number) + 0

function placeOfField(context: MatterContext, key: string): Place {
  const origin = context.origins.get(key)
  return origin ? placeOfKey(origin, 'cascade') : placeOfKey(context, key)
}

/** `published: false` is an older way to say `draft: true`; with a date, it is the date of publication. */
const readDraft = ({ draft, published }: MatterLayer['fields']) =>
  typeof published === 'boolean' && (draft === undefined || draft === null) ? !published : undefined

/** Hugo takes the words of a text for keywords; one with commas is meant as a list. */
const asKeywords = (value: unknown) =>
  typeof value === 'string' && value.includes(',') ? asList(value.split(',')) : asWords(value)

const outputs: readonly OutputFormat[] = ['html', 'rss', 'atom', 'json', 'markdown']

/** Names of formats that nothing here has are told by `checkKeys`. */
export function outputOf(name: string): readonly OutputFormat[] {
  return outputs.filter((output) => output === name.toLowerCase())
}

function readSitemap(value: false | Readonly<Record<string, unknown>> | undefined): FrontMatter['sitemap'] {
  const { changefreq, priority, disable } = value || {}
  const number = asNumber(priority)
  return {
    changeFrequency: asText(changefreq) || undefined,
    priority: number !== undefined && number >= 0 ? Math.abs(number) : undefined,
    disable: value === false || asBoolean(disable) === true,
  }
}

function readBuildOf(
  fields: MatterLayer['fields'],
  refuse: (key: string, kind: string) => void,
): BuildMatter {
  const key = fields.build === undefined ? '_build' : 'build'
  const value = fields[key]
  if (value !== undefined && value !== null) {
    const build = readBuild(value)
    if (!('wrong' in build)) return build
    refuse(key, buildKinds[build.wrong] ?? 'a map')
  }
  return asBoolean(fields.headless) === true ? { ...usualBuild, list: 'never', render: 'never' } : usualBuild
}

const buildKinds: Readonly<Record<string, string>> = {
  list: '`list` is always, local or never',
  render: '`render` is always, link or never',
  publishresources: '`publishResources` is true or false',
}

function asRecords(value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.every(isRecord) ? items : undefined
}

const asMarkup = (value: unknown) => {
  const name = String(value).toLowerCase()
  if (name === 'html') return 'html'
  return ['md', 'markdown', 'goldmark', 'blackfriday', 'mmark'].includes(name) ? 'markdown' : undefined
}

type Wrong = { readonly key: string; readonly kind: string; readonly place: Place }

const invalidType = ({ key, value, kind, place }: Wrong & { readonly value: unknown }) =>
  new SiteError({
    code: 'matter/invalid-type',
    message: `Cannot read ${key} "${shownValue(value)}": it is not ${kind}`,
    hint: `Write ${kind} there`,
    place,
  })

const invalidValue = ({ key, kind, place }: Wrong) =>
  new SiteError({
    code: 'matter/invalid-value',
    message: `Cannot read ${key}: it is not as the build options are`,
    hint: kind === 'a map' ? 'Write a map with `list`, `render` and `publishResources`' : `Mend it: ${kind}`,
    place,
  })
