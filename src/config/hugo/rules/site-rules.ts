import { isRecord } from '../../merge-records.ts'
import type { HugoRule } from '../hugo-rule.ts'
import { asCount, asFlag, asLowerText, asNumber, asRecord, asText, asTexts, valueAt } from '../read-values.ts'

/** The site, its people and its menus. */
export const siteRules: readonly HugoRule[] = [
  { from: 'baseurl', to: 'site.url', siteOnly: true, read: readOrigin },
  { from: 'title', to: 'site.title', read: asText },
  { from: 'copyright', to: 'site.copyright', read: asText },
  { from: 'timezone', to: 'site.timeZone', read: asText },
  { from: 'author', to: 'site.author', read: readAuthor },
  { from: 'params', to: 'params' },
  { from: 'params.author', to: 'site.author', read: readAuthor },
  { from: 'params.description', to: 'site.description', read: readDescription },
  { from: 'mainsections', to: 'mainSections', read: asTexts },
  {
    from: 'params.mainsections',
    to: 'mainSections',
    read: (value, { table }) => (valueAt(table, 'mainsections') === undefined ? asTexts(value) : undefined),
  },
  { from: 'menus', to: 'menus', read: readMenus },
  { from: 'sectionpagesmenu', to: 'sectionPagesMenu', read: asLowerText },
  { from: 'defaultcontentlanguage', to: 'defaultLanguage', siteOnly: true, read: asLowerText },
  {
    from: 'defaultcontentlanguageinsubdir',
    to: 'defaultLanguageInSubfolder',
    siteOnly: true,
    read: asFlag,
  },
]

/** The scheme and the host; that a path has no effect is told elsewhere. A site for no address in particular has "/". */
function readOrigin(value: unknown): unknown {
  const text = asText(value)
  if (typeof text !== 'string') return text
  if (text.startsWith('//')) return readOrigin(`https:${text}`)
  if (text.startsWith('/')) return undefined
  if (!URL.canParse(text)) return text
  const url = new URL(text)
  return url.origin === 'null' ? text : url.origin
}

/** A name, or a table with one; what else a theme's params call an author is the theme's. */
function readAuthor(value: unknown): unknown {
  const name = isRecord(value) ? lookUp(value, 'name') : value
  return typeof name === 'string' && name !== '' ? name : undefined
}

function readDescription(value: unknown): unknown {
  return typeof value === 'string' ? value : undefined
}

const lookUp = (record: Readonly<Record<string, unknown>>, name: string) =>
  Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1]

const readEntry = asRecord({
  name: ['name', asText],
  title: ['title', asText],
  identifier: ['identifier', asText],
  pageref: ['pageRef', asText],
  url: ['url', asText],
  parent: ['parent', asText],
  weight: ['weight', asCount],
  pre: ['pre', asText],
  post: ['post', asText],
  params: ['params', (value) => value],
})

/** A language that has menus has no others: those of the site are not for it. */
function readMenus(
  value: unknown,
  { site, language }: Parameters<NonNullable<HugoRule['read']>>[1],
): unknown {
  if (!isRecord(value)) return value
  const own = Object.entries(value).map(([name, entries]) => [
    name,
    Array.isArray(entries) ? entries.map(readEntry).map(named) : entries,
  ])
  const others = language !== undefined && isRecord(site.menus) ? Object.keys(site.menus) : []
  return Object.fromEntries([...others.map((name) => [name, []]), ...own])
}

/** Hugo shows nothing for an entry without a name, and puts those without a weight in the order of names. */
function named(entry: unknown): unknown {
  if (!isRecord(entry)) return entry
  const weighed = { weight: 0, ...entry }
  if (entry.name !== undefined || entry.title !== undefined) return weighed
  const name = entry.identifier ?? entry.url ?? entry.pageRef
  return name === undefined ? weighed : { ...weighed, name }
}

/** What a language's table alone has. */
export const languageRules: readonly HugoRule[] = [
  { from: 'languagename', to: 'name', read: asText },
  { from: 'label', to: 'name', read: asText },
  { from: 'description', to: 'description', read: readDescription },
  { from: 'languagecode', to: 'locale', read: asLocale },
  { from: 'locale', to: 'locale', read: asLocale },
  { from: 'languagedirection', to: 'direction', read: asLowerText },
  { from: 'direction', to: 'direction', read: asLowerText },
  { from: 'weight', to: 'weight', read: asNumber },
  { from: 'contentdir', to: 'contentDir', read: asText },
  { from: 'disabled', to: 'disabled', read: asFlag },
]

/** `en_US` is how operating systems write it. */
export function asLocale(value: unknown): unknown {
  const text = asText(value)
  return typeof text === 'string' ? text.replaceAll('_', '-') : text
}
