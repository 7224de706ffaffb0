import { isRecord, type UnknownRecord } from '../merge-records.ts'

/**
 * Hugo's readers of values: they take what can be meant (`"7"` for a number, one text for a list of one), and leave
 * all else as it is, for the schema to find.
 */

/** An empty text says nothing. */
export function asText(value: unknown): unknown {
  if (value === '' || value === null) return undefined
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

export const asLowerText = (value: unknown): unknown => {
  const text = asText(value)
  return typeof text === 'string' ? text.toLowerCase() : text
}

export function asFlag(value: unknown): unknown {
  if (value === 'true' || value === 1) return true
  if (value === 'false' || value === 0 || value === '' || value === null) return false
  return value
}

export function asOpposite(value: unknown): unknown {
  const flag = asFlag(value)
  return typeof flag === 'boolean' ? !flag : flag
}

export function asNumber(value: unknown): unknown {
  if (value === null || value === '') return undefined
  return typeof value === 'string' && Number.isFinite(Number(value)) ? Number(value) : value
}

/** What Hugo takes 0 for: nothing said. */
export function asCount(value: unknown): unknown {
  const number = asNumber(value)
  return number === 0 ? undefined : number
}

export function asTexts(value: unknown): unknown {
  if (value === null || value === '') return []
  if (Array.isArray(value)) return value.map(asText).filter((item) => item !== undefined)
  return typeof value === 'string' ? [value] : value
}

/** The value under lower-case keys, such as `markup.goldmark`. */
export function valueAt(table: unknown, path: string): unknown {
  let value = table
  for (const key of path.split('.')) {
    if (!isRecord(value)) return undefined
    // Params keep their spelling: `params.mainSections`.
    const own = Object.hasOwn(value, key)
      ? key
      : Object.keys(value).find((name) => name.toLowerCase() === key)
    if (own === undefined) return undefined
    value = value[own]
  }
  return value
}

/** A record's values by other names, without those that say nothing; what is no record is left to the schema. */
export const asRecord =
  (readers: Readonly<Record<string, readonly [name: string, read: (value: unknown) => unknown]>>) =>
  (value: unknown): unknown =>
    isRecord(value) ? renameValues(value, readers) : value

function renameValues(
  record: UnknownRecord,
  readers: Readonly<Record<string, readonly [name: string, read: (value: unknown) => unknown]>>,
): UnknownRecord {
  const values = Object.entries(readers).map(([key, [name, read]]) => [
    name,
    Object.hasOwn(record, key) ? read(record[key]) : undefined,
  ])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}
