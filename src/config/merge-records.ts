export type UnknownRecord = Readonly<Record<string, unknown>>

/** Lays one record over another, inner ones too. Lists and all else are replaced whole. */
export function mergeRecords(below: UnknownRecord, above: UnknownRecord): UnknownRecord {
  const merged: Record<string, unknown> = { ...below }
  for (const [key, value] of Object.entries(above)) {
    const under = Object.hasOwn(merged, key) ? merged[key] : undefined
    define(merged, key, isRecord(under) && isRecord(value) ? mergeRecords(under, value) : value)
  }
  return merged
}

/** Whether a value is what `{ … }` and tables are: not a list, a date or another object with a class. */
export function isRecord(value: unknown): value is UnknownRecord {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Also where an author calls a key `__proto__`. */
function define(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, configurable: true, enumerable: true, writable: true })
}
