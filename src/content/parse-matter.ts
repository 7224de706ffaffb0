import { parse as parseToml, TomlError } from 'smol-toml'
import { LineCounter, parseDocument } from 'yaml'
import { placeAt, placeOfLine } from '../base/place-at.ts'
import { SiteError } from '../base/site-error.ts'
import type { MatterFormat, SplitText } from './split-matter.ts'

export type MatterRecord = Readonly<Record<string, unknown>>

type Failure = { readonly reason: string; readonly line: number; readonly column: number }
type Outcome = { readonly value: unknown } | Failure

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

const parsers: Readonly<Record<MatterFormat, (matter: string) => Outcome>> = {
  yaml(matter) {
    const lineCounter = new LineCounter()
    const document = parseDocument(matter, { lineCounter, prettyErrors: false })
    const error = document.errors[0]
    if (!error) return { value: document.toJS() }
    const { line, col } = lineCounter.linePos(error.pos[0])
    return { reason: error.message, line, column: col }
  },

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
  readonly outcome: Failure
}

function syntax({ path, text, split, outcome }: Context): SiteError {
  const format = split.format?.toUpperCase()
  const { reason, line, column } = outcome
  return new SiteError({
    code: 'matter/syntax',
    message: `Cannot read the front matter as ${format}: ${reason.replace(/\.$/, '')}`,
    hint: hintFor(split, line) ?? `Mend the ${format} there`,
    place: placeOfLine(path, text, { line: split.matterLine + line - 1, column }),
  })
}

/** The two mistakes that make most broken YAML: a colon in a bare value, and a tab for indentation. */
function hintFor({ format, matter }: SplitText, line: number): string | undefined {
  if (format !== 'yaml') return undefined
  const lines = matter.split('\n').slice(Math.max(0, line - 2), line + 1)
  if (lines.some((text) => /^\s*\t/.test(text))) return 'Indent with spaces: YAML takes no tabs'
  if (lines.some((text) => /^\s*[\w-]+:\s+[^"'[{|>#\s][^#]*:\s/.test(text))) {
    return 'Put the value in quotes: it holds a colon'
  }
  return undefined
}
