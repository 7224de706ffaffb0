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

/** Takes front matter apart. `others` are fields beside the usual ones: the taxonomies, and keys of dates. */
export function matterLayer(record: MatterRecord, others: readonly string[]): MatterLayer {
  const known = new Set([...matterFields, ...others.map((name) => name.toLowerCase())])
  const nested = recordOf(record.params)
  const entries = Object.entries(record)
  // Tags that stand under `params:` are tags (measured with Hugo 0.169).
  const named = others
    .map((name) => name.toLowerCase())
    .filter((name) => !(name in record) && name in nested)
    .map((name) => [name, nested[name]] as const)
  return {
    fields: Object.fromEntries([...entries.filter(([key]) => known.has(key)), ...named]),
    params: { ...Object.fromEntries(entries.filter(([key]) => !known.has(key))), ...nested },
  }
}

export const isRecord = (value: unknown): value is MatterRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const recordOf = (value: unknown): MatterRecord => (isRecord(value) ? value : {})
