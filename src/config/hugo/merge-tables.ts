import { isRecord, type UnknownRecord } from '../merge-records.ts'
import type { HugoFile } from './hugo-file.ts'

/** A Hugo config as one table. Keys are in lower case, but for those below `params`, which are the author's own. */
export type HugoTable = UnknownRecord

/** Lays the files over each other as Hugo does: tables are merged without regard to case, all else is replaced. */
export const mergeTables = (files: readonly HugoFile[]): HugoTable =>
  files
    .map(({ keys, value }) =>
      keys.reduceRight<UnknownRecord>(
        (inner, key) => ({ [key]: inner }),
        lowered(value, keys.includes('params')),
      ),
    )
    .map(renamed)
    .reduce<HugoTable>(merge, {})

function merge(below: UnknownRecord, above: UnknownRecord): UnknownRecord {
  const spelling = new Map(Object.keys(below).map((key) => [key.toLowerCase(), key]))
  const merged = new Map(Object.entries(below))
  for (const [key, value] of Object.entries(above)) {
    const known = spelling.get(key.toLowerCase())
    const under = known === undefined ? undefined : merged.get(known)
    if (known !== undefined) merged.delete(known)
    merged.set(key, isRecord(under) && isRecord(value) ? merge(under, value) : value)
  }
  return Object.fromEntries(merged)
}

function lowered(record: UnknownRecord, isParams: boolean): UnknownRecord {
  if (isParams) return record
  const found = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    const name = key.toLowerCase()
    const own = loweredValue(value, name === 'params')
    const under = found.get(name)
    found.set(name, isRecord(under) && isRecord(own) ? merge(under, own) : own)
  }
  return Object.fromEntries(found)
}

function loweredValue(value: unknown, isParams: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => loweredValue(item, isParams))
  return isRecord(value) ? lowered(value, isParams) : value
}

/** Names that Hugo took once, and still takes. */
const aliases: Readonly<Record<string, string>> = { menu: 'menus', indexes: 'taxonomies' }

function renamed(table: UnknownRecord): UnknownRecord {
  const { languages, ...rest } = Object.fromEntries(
    Object.entries(table).map(([key, value]) => [aliases[key] ?? key, value]),
  )
  if (!isRecord(languages)) return languages === undefined ? rest : { ...rest, languages }
  return {
    ...rest,
    languages: Object.fromEntries(
      Object.entries(languages).map(([code, value]) => [code, isRecord(value) ? renamed(value) : value]),
    ),
  }
}
