import { parse as parseToml, TomlError } from 'smol-toml'
import { placeAt, placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'
import type { MatterFailure, MatterOutcome } from './matter-outcome.ts'
import { parseYaml } from './parse-yaml.ts'
import type { MatterFormat, SplitText } from './split-matter.ts'

export type MatterRecord = Readonly<Record<string, unknown>>

/**
 * Parses front matter into a record with lower-case keys (Hugo reads keys without regard to case).
 *
 * @throws SiteError matter/syntax with the place in the author's file
 */
export function parseMatter(path: string, text: string, split: SplitText): MatterRecord {
  if (split.format === undefined) return {}
  const outcome = parsers[split.format](split.matter)
  if ('reason' in outcome) throw syntax({ path, text, split, outcome })
  // YAML of nothing but comments is null.
  if (outcome.value === null || outcome.value === undefined) return {}
  if (typeof outcome.value !== 'object' || Array.isArray(outcome.value)) {
    throw syntax({ path, text, split, outcome: { reason: 'it is not a list of fields', line: 1, column: 1 } })
  }
  return Object.fromEntries(Object.entries(outcome.value).map(([key, value]) => [key.toLowerCase(), value]))
}

const parsers: Readonly<Record<MatterFormat, (matter: string) => MatterOutcome>> = {
  yaml: parseYaml,

  toml(matter) {
    try {
      return { value: parseToml(matter) }
    } catch (error) {
      if (!(error instanceof TomlError)) throw error
      const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? ''
      return { reason, line: error.line, column: error.column }
    }
  },

  json(matter) {
    try {
      return { value: JSON.parse(matter) }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const { line = 1, column = 1 } = placeAt('', matter, offsetOfJsonError(error.message, matter))
      return { reason: error.message.replace(/ in JSON at position.*$|, (?:\.{3})?".*$/s, ''), line, column }
    }
  },
}

/** V8 names the position, or where the text is short ten characters around it. */
function offsetOfJsonError(message: string, matter: string): number {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const [, token = '', dots, around = ''] =
    /token '(.)', (\.{3})?"(.*?)"(?:\.{3})? is not valid/s.exec(message) ?? []
  return Math.max(0, dots ? matter.indexOf(around) + 10 : matter.indexOf(token))
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
