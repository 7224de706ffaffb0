import type { Config } from '../../config/config.ts'
import type { Site } from '../site.ts'
import type { Message, StringTable } from './load-strings.ts'

/**
 * Looks strings up in a language: in its own table, in that of the language without its region (`pt` for `pt-br`),
 * then in the default language's. The context, a number or a record, chooses the plural form and fills `{{ . }}`,
 * `{{ .Count }}` and other fields in; calculations of Go templates are not done.
 */
export function createTranslate(
  tables: ReadonlyMap<string, StringTable>,
  config: Pick<Config, 'language' | 'languages'>,
): Site['translate'] {
  const main = config.languages.find(({ isDefault }) => isDefault) ?? config.language
  const chain = [...new Set([config.language, main].flatMap(({ code }) => candidates(code)))]
  return (key, context) => {
    for (const code of chain) {
      const message = tables.get(code)?.get(key)
      if (message) return fill(choose(message, { code, count: countOf(context) }), context)
    }
    return undefined
  }
}

/** `zh-hant-tw`, `zh-hant`, `zh` */
function candidates(code: string): readonly string[] {
  const parts = code.toLowerCase().split('-')
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('-'))
}

/** Hugo takes a number, text that is one, or the field `Count` of a record. */
function countOf(context: unknown): number | undefined {
  const value = isRecord(context) ? fieldOf(context, 'count') : context
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && !Number.isNaN(count) ? count : undefined
}

type Choice = { readonly code: string; readonly count: number | undefined }

function choose(message: Message, { code, count }: Choice): string {
  const category = count === undefined ? 'other' : rulesOf(code).select(count)
  return message[category] ?? message.other ?? Object.values(message)[0] ?? ''
}

function rulesOf(code: string): Intl.PluralRules {
  const [known] = Intl.PluralRules.supportedLocalesOf(isTag(code) ? code : 'en')
  return new Intl.PluralRules(known ?? 'en')
}

const isTag = (code: string) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/.test(code)

function fill(text: string, context: unknown): string {
  // A hyphen takes the white space away on its side.
  return text.replaceAll(/(?:\s*\{\{-|\{\{)\s*\.([\w.]*)\s*(?:-\}\}\s*|\}\})/g, (_all, fields: string) => {
    const value = fields === '' ? context : valueAt(context, fields.split('.'))
    return value === undefined || value === null ? '' : String(value)
  })
}

function valueAt(context: unknown, fields: readonly string[]): unknown {
  // A bare number is its own count.
  if (!isRecord(context))
    return fields.length === 1 && fields[0]?.toLowerCase() === 'count' ? context : undefined
  return fields.reduce<unknown>(
    (value, field) => (isRecord(value) ? fieldOf(value, field) : undefined),
    context,
  )
}

/** Case is for the author: `{{ .Count }}` finds `count`. */
function fieldOf(record: Readonly<Record<string, unknown>>, field: string): unknown {
  const key = Object.hasOwn(record, field)
    ? field
    : Object.keys(record).find((name) => name.toLowerCase() === field.toLowerCase())
  return key === undefined ? undefined : record[key]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
