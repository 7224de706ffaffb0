import { isRecord, mergeRecords, type UnknownRecord } from '../merge-records.ts'
import type { HugoEntry } from './hugo-entry.ts'

/** A `UserConfig` of what is said, one after the other: records are merged, lists joined, and else the last counts. */
export const joinEntries = (entries: readonly HugoEntry[]): UnknownRecord =>
  entries.reduce<UnknownRecord>((user, { to, value }) => put(user, to, value), {})

function put(record: UnknownRecord, [key, ...below]: readonly string[], value: unknown): UnknownRecord {
  if (key === undefined) return isRecord(value) ? mergeRecords(record, value) : record
  const under = Object.hasOwn(record, key) ? record[key] : undefined
  if (below.length > 0) return { ...record, [key]: put(isRecord(under) ? under : {}, below, value) }
  return { ...record, [key]: joined(under, value) }
}

function joined(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above)) return [...below, ...above]
  return isRecord(below) && isRecord(above) ? mergeRecords(below, above) : above
}
