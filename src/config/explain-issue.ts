import type * as v from 'valibot'
import type { Diagnostic, Place } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { placeAt } from '../base/place-at.ts'
import { schema } from './schema.ts'

/** The config file, for places in it. */
export type ConfigFile = { readonly path: string; readonly text: string }

/** An issue of the schema's as a diagnostic, at the key in the config file. */
export function explainIssue(issue: v.BaseIssue<unknown>, file: ConfigFile): Diagnostic {
  const keys = (issue.path ?? []).map(({ key }) => String(key))
  const place = placeOfKeys(file, keys)
  const name = keys.join('.')
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = keysAt(keys.slice(0, -1))
    const meant = nearest(keys.at(-1) ?? '', known)
    return {
      code: 'config/unknown-key',
      severity: 'error',
      message: `Cannot use the config key "${name}": it has no meaning`,
      hint: meant
        ? `Did you mean "${[...keys.slice(0, -1), meant].join('.')}"?`
        : `Here it can be ${list(known)}`,
      place,
    }
  }
  const isMissing = issue.kind === 'schema' && issue.received === 'undefined' && keys.length > 0
  return {
    code: 'config/invalid',
    severity: 'error',
    message: `Cannot use the config${name && `'s "${name}"`}: ${isMissing ? 'it is missing' : reason(issue)}`,
    hint: isMissing ? `Add \`${keys.at(-1)}\` there` : hint(issue),
    // What is missing is nowhere: its owner is.
    place: isMissing ? placeOfKeys(file, keys.slice(0, -1)) : place,
  }
}

function reason(issue: v.BaseIssue<unknown>): string {
  const { kind, received, expected } = issue
  if (issue.type === 'non_empty' || issue.type === 'min_length') return 'it is empty'
  const found = `it is ${kinds[received] ?? received}`
  return kind === 'validation' ? found : `${found}, where ${kindOf(expected)} is expected`
}

function hint(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message
  if (issue.path === undefined) return 'Write `export default defineConfig({ … })`'
  return `Write ${kindOf(issue.expected)} there`
}

/** Valibot's names of kinds, as a sentence has them. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
  Function: 'a function',
}

const kindOf = (expected: string | null) => kinds[expected ?? ''] ?? expected ?? 'something else'

const list = (keys: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(keys)

type Entries = Readonly<Record<string, unknown>>

/** The keys that the schema has under a path. */
function keysAt(path: readonly string[]): readonly string[] {
  let entries: Entries = schema.entries
  for (const key of path) entries = entriesOf(entries[key]) ?? {}
  return Object.keys(entries)
}

/** Valibot wraps: an optional's object is its `wrapped`, an array's its `item`. */
function entriesOf(part: unknown): Entries | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  if ('entries' in part) return part.entries as Entries
  if ('wrapped' in part) return entriesOf(part.wrapped)
  if ('item' in part) return { ...entriesOf(part.item), 0: part.item }
  return undefined
}

/** Finds the keys one after the other in the file's text: right for every config that is written as one literal. */
export function placeOfKeys({ path, text }: ConfigFile, keys: readonly string[]): Place {
  let offset = -1
  for (const key of keys) {
    if (/^\d+$/.test(key)) continue
    const pattern = new RegExp(`(?<![\\w$.])(['"]?)${key.replaceAll(/[^\w$]/g, '\\$&')}\\1\\s*[:,}]`, 'g')
    pattern.lastIndex = offset + 1
    const found = pattern.exec(text)
    if (!found) break
    offset = found.index
  }
  return offset === -1 ? { path } : placeAt(path, text, offset)
}
