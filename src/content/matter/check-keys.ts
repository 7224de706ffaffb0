import { distance } from 'fastest-levenshtein'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Config } from '../../config/config.ts'
import { fieldsOf } from '../lists/list-context.ts'
import type { ParsedSource } from '../scan/parse-source.ts'
import { matterFields } from './matter-layer.ts'
import { asWords } from './matter-values.ts'
import { placeOfKey } from './place-of-key.ts'
import { outputOf } from './read-matter.ts'

/** A key that so many pages have is a param of the site's own. */
const COMMON = 3

/**
 * Tells of keys that are a slip of the finger away from one with a meaning (`titel`, `discription`), and of output
 * formats that nothing here has. Hugo takes the former for params, and they do nothing.
 */
export function checkKeys(sources: readonly ParsedSource[], config: Config): readonly Diagnostic[] {
  const fields = new Set([...matterFields, ...fieldsOf(config).map((name) => name.toLowerCase())])
  const singulars = new Map(
    Object.entries(config.taxonomies).map(([one, many]) => [one.toLowerCase(), many.toLowerCase()]),
  )
  const uses = countKeys(sources, fields)
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    for (const key of Object.keys(source.record)) {
      if ((uses.get(key) ?? COMMON) >= COMMON) continue
      const meant = singulars.get(key) ?? [...fields].find((field) => isSlip(key, field))
      if (meant !== undefined && !(meant in source.record)) diagnostics.push(misspelt(source, { key, meant }))
    }
    if (source.record.outputs !== undefined) diagnostics.push(...unknownOutputs(source))
  }
  return diagnostics
}

function countKeys(
  sources: readonly ParsedSource[],
  fields: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const { record } of sources) {
    for (const key of Object.keys(record)) if (!fields.has(key)) uses.set(key, (uses.get(key) ?? 0) + 1)
  }
  return uses
}

/** One letter too many, too few or wrong, or two in the wrong order. Short words are words of their own: `data`. */
function isSlip(key: string, field: string): boolean {
  if (Math.abs(key.length - field.length) > 1 || Math.min(key.length, field.length) < 4) return false
  const steps = distance(key, field)
  if (steps === 1) return key.length !== field.length || key.length > 5
  return steps === 2 && [...key].sort().join('') === [...field].sort().join('')
}

type Slip = { readonly key: string; readonly meant: string }

function misspelt({ name, text, split }: ParsedSource, { key, meant }: Slip): Diagnostic {
  return {
    code: 'matter/unknown-key',
    severity: 'warning',
    message: `Cannot make anything of the key "${key}": did you mean ${meant}?`,
    hint: `Write ${meant}, or put a param of your own under \`params:\``,
    place: placeOfKey({ path: name, text, split }, key),
  }
}

function unknownOutputs({ record, name, text, split }: ParsedSource): readonly Diagnostic[] {
  return (asWords(record.outputs) ?? [])
    .filter((output) => outputOf(output).length === 0)
    .map((output) => ({
      code: 'matter/invalid-value',
      severity: 'warning',
      message: `Cannot publish the page as "${output}": there is no such format`,
      hint: 'Take it out, or write html, rss, atom, json or markdown',
      place: placeOfKey({ path: name, text, split }, 'outputs'),
    }))
}
