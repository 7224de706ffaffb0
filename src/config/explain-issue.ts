import type * as v from 'valibot'
import type { Diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import type { ConfigSource } from './config-source.ts'
import { knownKeys } from './known-keys.ts'

/** An issue of the schema's as a diagnostic, at the key in the config file. */
export function explainIssue(issue: v.BaseIssue<unknown>, source: ConfigSource): Diagnostic {
  const keys = (issue.path ?? []).map(({ key }) => String(key))
  const place = source.placeOf(keys)
  const name = source.nameOf(keys)
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownKeys(keys.slice(0, -1))
    const meant = nearest(keys.at(-1) ?? '', known)
    return {
      code: 'config/unknown-key',
      severity: 'error',
      message: `Cannot use the config key "${name}": it has no meaning`,
      hint: meant
        ? `Did you mean "${source.nameOf([...keys.slice(0, -1), meant])}"?`
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
    place: isMissing ? source.placeOf(keys.slice(0, -1)) : place,
  }
}

function reason(issue: v.BaseIssue<unknown>): string {
  const { kind, received, expected } = issue
  if (issue.type === 'non_empty' || issue.type === 'min_length') return 'it is empty'
  if (issue.type === 'check' && received === 'Object') return 'it is not complete'
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
  unknown: 'an object',
}

const kindOf = (expected: string | null) => kinds[expected ?? ''] ?? expected ?? 'something else'

const list = (keys: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(keys)
