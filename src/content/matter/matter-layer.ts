import type { MatterRecord } from './parse-matter.ts'

/** Front matter of one origin, its fields apart from what is its page's own. */
export type MatterLayer = {
  readonly fields: MatterRecord
  /** Keys that mean nothing here, and what stands under `params:`, which goes first. */
  readonly params: MatterRecord
}

/** Fields that have a meaning, in lower case. Taxonomies are fields as well. */
export const matterFields: readonly string[] = [
  ...['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified', 'expirydate', 'unpublishdate'],
  ...['title', 'linktitle', 'description', 'summary', 'draft', 'weight', 'slug', 'url', 'layout', 'type'],
  ...['aliases', 'keywords', 'menu', 'menus', 'resources', 'outputs', 'sitemap', 'translationkey'],
  ...['iscjklanguage', 'markup', 'build', '_build', 'headless', 'cascade', 'params'],
]

/** Takes front matter apart. */
export type ToLayer = (record: MatterRecord) => MatterLayer

/** `others` are fields beside the usual ones: the taxonomies, and keys of dates. */
export function createToLayer(others: readonly string[]): ToLayer {
  const names = others.map((name) => name.toLowerCase())
  const known = new Set([...matterFields, ...names])
  return (record) => {
    const entries = Object.entries(record)
    const fields = entries.filter(([key]) => known.has(key))
    const params =
      fields.length === entries.length ? {} : entriesOf(entries.filter(([key]) => !known.has(key)))
    if (!isRecord(record.params)) return { fields: entriesOf(fields), params }
    const nested = record.params
    // Tags that stand under `params:` are tags (measured with Hugo 0.169).
    const named = names
      .filter((name) => !(name in record) && name in nested)
      .map((name) => [name, nested[name]] as const)
    return { fields: entriesOf([...fields, ...named]), params: { ...params, ...nested } }
  }
}

const entriesOf = (entries: readonly (readonly [string, unknown])[]): MatterRecord =>
  Object.fromEntries(entries)

export const isRecord = (value: unknown): value is MatterRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
