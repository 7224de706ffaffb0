import { isRecord } from '../merge-records.ts'
import type { HugoEntry } from './hugo-entry.ts'
import type { HugoTable } from './merge-tables.ts'
import { asText, asTexts, valueAt } from './read-values.ts'
import { languagesOf } from './rules/url-rules.ts'

/** Where static files and content lie: `staticDir`, which may be several, and the mounts of the module itself. */
export function folderEntries(site: HugoTable, codes: readonly string[]): readonly HugoEntry[] {
  const mounts = mountsOf(site).filter(
    ({ languages }) => languages === undefined || languages.some((code) => codes.includes(code)),
  )
  const statics = mounts.filter(({ target }) => target === 'static' || target.startsWith('static/'))
  if (statics.length === 0) return [...staticEntries(site), ...contentEntries(mounts)]
  const folders = statics.map(({ source, target }) =>
    target === 'static' ? source : { from: source, to: target.slice('static/'.length) },
  )
  return [
    { from: ['module', 'mounts'], to: ['folders', 'static'], value: folders },
    ...contentEntries(mounts),
  ]
}

export type HugoMount = {
  readonly source: string
  readonly target: string
  readonly languages: readonly string[] | undefined
  readonly index: number
}

export function mountsOf(site: HugoTable): readonly HugoMount[] {
  const mounts = valueAt(site, 'module.mounts')
  if (!Array.isArray(mounts)) return []
  return mounts.flatMap((mount, index) => {
    const source = asText(valueAt(mount, 'source'))
    const target = asText(valueAt(mount, 'target'))
    if (typeof source !== 'string' || typeof target !== 'string') return []
    return [{ source, target: target.replace(/\/+$/, ''), languages: languagesOfMount(mount), index }]
  })
}

/** `lang` until 0.152, `sites.matrix.languages` since. */
function languagesOfMount(mount: unknown): readonly string[] | undefined {
  const lang = valueAt(mount, 'lang')
  return languagesOf({ target: { lang, sites: valueAt(mount, 'sites') } })
}

/** Whether a mount has a meaning here: static files anywhere, and one whole folder of content for a language. */
export function isUsedMount(mount: HugoMount, mounts: readonly HugoMount[]): boolean {
  if (mount.target === 'static' || mount.target.startsWith('static/')) return true
  if (mount.target === mount.source) return true
  if (mount.target !== 'content') return false
  return mounts.find((other) => other.target === 'content' && sameLanguage(other, mount)) === mount
}

const sameLanguage = (a: HugoMount, b: HugoMount) => String(a.languages) === String(b.languages)

function contentEntries(mounts: readonly HugoMount[]): readonly HugoEntry[] {
  return mounts
    .filter((mount) => mount.target === 'content' && isUsedMount(mount, mounts))
    .flatMap(({ source, languages, index }) => {
      const from = ['module', 'mounts', String(index), 'source']
      if (languages === undefined) return [{ from, to: ['folders', 'content'], value: source }]
      return languages.map((code) => ({
        from,
        to: ['languages', code.toLowerCase(), 'contentDir'],
        value: source,
      }))
    })
}

/** `staticDir`, and the `staticDir0` to `staticDir10` of older sites. */
function staticEntries(site: HugoTable): readonly HugoEntry[] {
  const keys = ['staticdir', ...Array.from({ length: 11 }, (_, index) => `staticdir${index}`)].filter(
    (key) => site[key] !== undefined,
  )
  const tables = isRecord(site.languages) ? Object.values(site.languages) : []
  const own = [...keys.map((key) => site[key]), ...tables.map((table) => valueAt(table, 'staticdir') ?? [])]
  const folders = own.flatMap((value) => asTexts(value))
  if (folders.length === 0) return []
  return [{ from: [keys[0] ?? 'languages'], to: ['folders', 'static'], value: [...new Set(folders)] }]
}
