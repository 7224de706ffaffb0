import type { Diagnostic } from '../../base/diagnostic.ts'
import type { MatterRecord } from '../matter/parse-matter.ts'
import type { TextFile } from '../matter/read-texts.ts'
import { parseData } from './parse-data.ts'

export type LoadedData = { readonly data: MatterRecord; readonly diagnostics: readonly Diagnostic[] }

/**
 * Parses the files of `data/`: what a file holds stands under the names of its folders and its own without the ending. Files and
 * folders of one name are merged (Hugo's manual, "Data sources").
 */
export async function loadData(files: readonly TextFile[]): Promise<LoadedData> {
  const outcomes = await Promise.all(files.map(async (file) => ({ file, outcome: await parseData(file) })))
  const values = outcomes.flatMap(({ file, outcome }) =>
    'value' in outcome ? [under(file.path.replace(/\.[^./]+$/, '').split('/'), outcome.value)] : [],
  )
  const data = values.reduce(merge, {})
  return {
    data: isRecord(data) ? data : {},
    diagnostics: outcomes.flatMap(({ outcome }) => ('diagnostic' in outcome ? [outcome.diagnostic] : [])),
  }
}

const under = (keys: readonly string[], value: unknown): unknown =>
  keys.reduceRight((inner, key) => Object.fromEntries([[key, inner]]), value)

/** Records key by key; of two other values the first one stays, as in Hugo. */
function merge(first: unknown, second: unknown): unknown {
  if (!isRecord(first) || !isRecord(second)) return first
  const entries = new Map(Object.entries(first))
  for (const [key, value] of Object.entries(second))
    entries.set(key, entries.has(key) ? merge(entries.get(key), value) : value)
  return Object.fromEntries(entries)
}

const isRecord = (value: unknown): value is MatterRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
