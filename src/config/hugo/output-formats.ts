import { isRecord } from '../merge-records.ts'
import type { HugoTable } from './merge-tables.ts'
import { asLowerText, asText, asTexts, valueAt } from './read-values.ts'

/** Hugo's own formats that are made here too, and two that Hugo needs templates for. */
const builtIn: Readonly<Record<string, string>> = {
  html: 'html',
  rss: 'rss',
  markdown: 'markdown',
  atom: 'atom',
  jsonfeed: 'json',
}

/** What Hugo's media types of feeds are made as. */
const feeds: Readonly<Record<string, string>> = {
  'application/rss+xml': 'rss',
  'application/rss': 'rss',
  'application/atom+xml': 'atom',
  'application/atom': 'atom',
  'application/feed+json': 'json',
}

/** The formats that have a meaning here, of the names that a Hugo config has for them. */
export const formatsOf = (names: readonly unknown[], site: HugoTable): readonly string[] => [
  ...new Set(names.flatMap((name) => formatOf(String(name).toLowerCase(), site) ?? [])),
]

/** Undefined for one that only a template of the site's could make. */
export function formatOf(name: string, site: HugoTable): string | undefined {
  const own = valueAt(site, `outputformats.${name}`)
  if (!isRecord(own)) return builtIn[name]
  const type = String(own.mediatype ?? '').toLowerCase()
  if (feeds[type] !== undefined) return feeds[type]
  if (/^atom/.test(name)) return 'atom'
  // Before there was a type for JSON Feed, blogs had it as plain JSON.
  if (type === 'application/json' && /feed/.test(`${name} ${own.basename}`)) return 'json'
  return builtIn[name]
}

/** Names of the feeds' files where they are not the usual ones: `feed.xml`. */
export function feedNames(site: HugoTable): Readonly<Record<string, string>> | undefined {
  const own = isRecord(site.outputformats) ? Object.keys(site.outputformats) : []
  const names = own.flatMap((name) => {
    const format = formatOf(name, site)
    if (format !== 'rss' && format !== 'atom' && format !== 'json') return []
    const base = asText(valueAt(site, `outputformats.${name}.basename`)) ?? 'index'
    return [[format, `${base}.${suffixOf(name, format, site)}`]]
  })
  return names.length > 0 ? Object.fromEntries(names) : undefined
}

function suffixOf(name: string, format: string, site: HugoTable): unknown {
  const type = asLowerText(valueAt(site, `outputformats.${name}.mediatype`)) ?? 'application/rss+xml'
  // The names of media types hold dots at times: no path leads there.
  const own = isRecord(site.mediatypes) ? site.mediatypes[String(type)] : undefined
  const suffixes = asTexts(valueAt(own, 'suffixes') ?? '')
  const [first] = Array.isArray(suffixes) ? suffixes : []
  return first ?? (format === 'json' ? 'json' : 'xml')
}
