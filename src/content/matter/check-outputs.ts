import type { Diagnostic } from '../../base/diagnostic.ts'
import type { ParsedSource } from '../scan/parse-source.ts'
import { asWords } from './matter-values.ts'
import { placeOfKey } from './place-of-key.ts'
import { outputOf } from './read-matter.ts'

/** Tells of output formats that nothing here has. */
export function checkOutputs({ record, name, text, split }: ParsedSource): readonly Diagnostic[] {
  if (record.outputs === undefined) return []
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
