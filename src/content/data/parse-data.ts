import type { Diagnostic } from '../../base/diagnostic.ts'
import { placeOfLine } from '../../base/place-at.ts'
import { parseFormat } from '../matter/parse-format.ts'
import type { MatterFormat } from '../matter/split-matter.ts'

/** A text file beside the content, and its name as the author knows it. */
export type DataFile = { readonly name: string; readonly text: string }

export type DataOutcome = { readonly value: unknown } | { readonly diagnostic: Diagnostic }

/** Parses a file of `data/` or `i18n/` by its ending: YAML, TOML, JSON, or CSV, which gives an array of rows. */
export async function parseData({ name, text }: DataFile): Promise<DataOutcome> {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ending === 'csv') return parseCsv({ name, text })
  const format = formats[ending]
  if (format === undefined) return { diagnostic: unknownKind(name) }
  const outcome = parseFormat(format, text.replace(/^\uFEFF/, ''))
  if ('value' in outcome) return { value: plain(outcome.value) }
  const { reason, line, column, hint } = outcome
  const diagnostic = {
    code: 'content/data',
    severity: 'error',
    message: `Cannot read ${name} as ${format.toUpperCase()}: ${reason.replace(/\.$/, '')}`,
    hint: hint ?? `Mend the ${format.toUpperCase()} there`,
    place: placeOfLine(name, text, { line, column }),
  } as const
  return { diagnostic }
}

const formats: Readonly<Record<string, MatterFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
}

async function parseCsv({ name, text }: DataFile): Promise<DataOutcome> {
  const { default: papaparse } = await import('papaparse')
  const { data, errors } = papaparse.parse<readonly string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  })
  // A file of one column has no delimiter to find, and that is no mistake.
  const error = errors.find(({ type }) => type !== 'Delimiter')
  if (!error) return { value: data }
  const diagnostic = {
    code: 'content/data',
    severity: 'error',
    message: `Cannot read ${name} as CSV: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`,
    hint: 'Double the quotes inside of quotes, and close each that is opened',
    place: placeOfLine(name, text, { line: (error.row ?? 0) + 1, column: 1 }),
  } as const
  return { diagnostic }
}

const unknownKind = (name: string): Diagnostic => ({
  code: 'content/data',
  severity: 'warning',
  message: `Cannot read ${name}: its ending is none of .yaml, .yml, .toml, .json and .csv`,
  hint: 'Write it as one of these, or move it out of the folder',
  place: { path: name },
})

/** Dates as they are written, so that the same value is the same in every format. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
