import { placeOfLine } from '../../base/place-at.ts'
import { SiteError } from '../../base/site-error.ts'
import type { MatterFailure } from './matter-outcome.ts'
import { parseFormat } from './parse-format.ts'
import type { SplitText } from './split-matter.ts'

export type MatterRecord = Readonly<Record<string, unknown>>

/**
 * Parses front matter into a record.
 *
 * @throws SiteError matter/syntax with the place in the author's file
 */
export function parseMatter(path: string, text: string, split: SplitText): MatterRecord {
  if (split.format === undefined) return {}
  const outcome = parseFormat(split.format, split.matter)
  if ('reason' in outcome) throw syntax({ path, text, split, outcome })
  // YAML of nothing but comments is null.
  if (outcome.value === null || outcome.value === undefined) return {}
  if (typeof outcome.value !== 'object' || Array.isArray(outcome.value)) {
    throw syntax({ path, text, split, outcome: { reason: 'it is not a list of fields', line: 1, column: 1 } })
  }
  return outcome.value as MatterRecord
}

type Context = {
  readonly path: string
  readonly text: string
  readonly split: SplitText
  readonly outcome: MatterFailure
}

function syntax({ path, text, split, outcome }: Context): SiteError {
  const format = split.format?.toUpperCase()
  const { reason, line, column, hint } = outcome
  return new SiteError({
    code: 'matter/syntax',
    message: `Cannot read the front matter as ${format}: ${reason.replace(/\.$/, '')}`,
    hint: hint ?? `Mend the ${format} there`,
    place: placeOfLine(path, text, { line: split.matterLine + line - 1, column }),
  })
}
