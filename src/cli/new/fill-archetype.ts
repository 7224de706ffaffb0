import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import { placeAt } from '../../base/place-at.ts'
import { formatGoDate } from '../../content/url/format-go-date.ts'

/** What an archetype may name, by Hugo's names. */
export type ArchetypeValues = {
  /** ISO 8601, with the zone. */
  readonly date: string
  /** The file's name without its ending; that of the folder for an `index.md`. */
  readonly name: string
  readonly type: string
  readonly section: string
  readonly siteTitle: string
}

export type Archetype = {
  /** As its author knows it: `archetypes/posts.md`. */
  readonly path: string
  readonly text: string
}

export type FilledArchetype = {
  readonly text: string
  /** Calls that are not known here, and were left out. */
  readonly warnings: readonly Diagnostic[]
}

/**
 * Fills an archetype in. What archetypes written for Hugo hold mostly is known: `.Date`, `.Name`,
 * `.File.ContentBaseName`, `.Type`, `.Section`, `site.Title`, `now`, and `dateFormat`, `replace`, `title`, `humanize`,
 * `lower`, `upper` in calls and pipes. All else is left out and told. Shortcodes stay as they are.
 */
export function fillArchetype({ path, text }: Archetype, values: ArchetypeValues): FilledArchetype {
  const warnings: Diagnostic[] = []
  const filled = text.replaceAll(
    /\{\{(?![<%])-?([\s\S]*?)-?\}\}/g,
    (all, expression: string, offset: number) => {
      const value = /^\s*\/\*[\s\S]*\*\/\s*$/.test(expression) ? '' : evaluate(expression, values)
      if (value === undefined) warnings.push(unknown(all, placeAt(path, text, offset)))
      return value ?? ''
    },
  )
  return { text: filled, warnings }
}

const unknown = (call: string, place: Place): Diagnostic => ({
  code: 'new/archetype',
  severity: 'warning',
  message: `Cannot fill in ${call}: it is not known here what it means, so it is left out`,
  hint: 'Write .Date, .Name, .Type, .Section or site.Title there, and dateFormat, replace, title, humanize, lower or upper for them',
  place,
})

/** A pipe: what one part gives is the last argument of the next (Go's text/template). */
function evaluate(expression: string, values: ArchetypeValues): string | undefined {
  let piped: readonly string[] = []
  for (const part of expression.split('|')) {
    const result = call(tokensOf(part), values, piped)
    if (result === undefined) return undefined
    piped = [result]
  }
  return piped[0]
}

const tokensOf = (part: string): readonly string[] =>
  part.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\([^()]*\)|[^\s()]+/g) ?? []

function call(
  tokens: readonly string[],
  values: ArchetypeValues,
  piped: readonly string[],
): string | undefined {
  const [head = '', ...rest] = tokens
  const given = rest.map((token) => termOf(token, values))
  const known = [...given, ...piped].filter((value) => value !== undefined)
  if (known.length !== given.length + piped.length) return undefined
  // `.Date.Format "2006"` is a method: its value comes before the dot.
  const dated = /^(.*)\.Format$/i.exec(head)?.[1]
  const date = dated === undefined ? undefined : termOf(dated, values)
  if (date !== undefined) return functions.dateformat?.([known[0] ?? '', date])
  const make =
    functions[
      head
        .replace(/^(strings|time)\./i, '')
        .replace(/^format$/i, 'dateFormat')
        .toLowerCase()
    ]
  if (make) return make(known)
  return known.length === 0 ? termOf(head, values) : undefined
}

function termOf(token: string, values: ArchetypeValues): string | undefined {
  if (/^["`]/.test(token)) return token.slice(1, -1).replaceAll(/\\(.)/g, '$1')
  if (token.startsWith('(')) return evaluate(token.slice(1, -1), values)
  return fields(values)[token.replace(/^\$?\.?/, '').toLowerCase()]
}

const fields = (values: ArchetypeValues): Readonly<Record<string, string>> => ({
  date: values.date,
  now: values.date,
  'time.now': values.date,
  name: values.name,
  title: titleCase(values.name),
  type: values.type,
  section: values.section,
  'file.contentbasename': values.name,
  'file.basefilename': values.name,
  'file.translationbasename': values.name,
  'file.logicalname': values.name,
  'site.title': values.siteTitle,
})

const functions: Readonly<Record<string, (values: readonly string[]) => string | undefined>> = {
  dateformat: ([layout, date]) =>
    layout === undefined || date === undefined ? undefined : formatGoDate(wallClock(date), layout),
  replace: ([text, from, to]) =>
    from === undefined || to === undefined ? undefined : text?.replaceAll(from, to),
  title: ([text]) => text && titleCase(text),
  humanize: ([text]) => text && sentenceCase(text),
  lower: ([text]) => text?.toLowerCase(),
  upper: ([text]) => text?.toUpperCase(),
  trim: ([text]) => text?.trim(),
}

const titleCase = (text: string) =>
  text
    .replaceAll(/[-_]+/g, ' ')
    .replaceAll(/(^|\s)(\p{Ll})/gu, (_, space: string, letter: string) => space + letter.toUpperCase())

function sentenceCase(text: string): string {
  const words = text.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The clock that a date was written by, as `formatGoDate` takes it. */
const wallClock = (date: string) => new Date(`${date.slice(0, 19)}Z`)
