import type { Diagnostic } from '../../base/diagnostic.ts'
import type { TextFile } from '../matter/read-texts.ts'
import { parseData } from './parse-data.ts'

/** A string by the plural categories of its language (Unicode TR 35): `one`, `few`, `other` … */
export type Message = Readonly<Record<string, string>>

/** By the key; nested ones are joined by dots. */
export type StringTable = ReadonlyMap<string, Message>

export type LoadedStrings = {
  /** By the language's code in lower case. */
  readonly tables: ReadonlyMap<string, StringTable>
  readonly diagnostics: readonly Diagnostic[]
}

const categories: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** What may stand beside the forms of a message. */
const remarks: ReadonlySet<string> = new Set(['id', 'description', 'hash', 'leftdelim', 'rightdelim'])

/**
 * Parses the files of `i18n/`, a table of strings per language, in the forms that Hugo reads (its manual, "Multilingual"): keys with
 * strings or with plural forms, tables of them, and the older list of `id` and `translation`.
 */
export async function loadStrings(files: readonly TextFile[]): Promise<LoadedStrings> {
  const diagnostics: Diagnostic[] = []
  const tables = new Map<string, Map<string, Message>>()
  for (const file of files) {
    const outcome = await parseData(file)
    if ('diagnostic' in outcome) {
      diagnostics.push(outcome.diagnostic)
      continue
    }
    // A theme's convention, `i18n/fr/more.toml`, is Hugo's as well.
    const language = (/^([^/.]+)/.exec(file.path)?.[1] ?? '').toLowerCase()
    const table = tables.get(language) ?? new Map<string, Message>()
    tables.set(language, table)
    for (const [key, message] of messagesOf(outcome.value)) table.set(key, message)
  }
  return { tables, diagnostics }
}

function messagesOf(value: unknown, prefix = ''): readonly (readonly [string, Message])[] {
  if (typeof value === 'string') return [[prefix, { other: value }]]
  if (typeof value === 'number' || typeof value === 'boolean') return [[prefix, { other: String(value) }]]
  if (Array.isArray(value)) return value.flatMap((item) => messagesOfItem(item, prefix))
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const forms = entries.filter(
    (entry): entry is [string, string] =>
      categories.has(entry[0].toLowerCase()) && typeof entry[1] === 'string',
  )
  const isMessage =
    prefix !== '' &&
    forms.length > 0 &&
    entries.every(([key]) => categories.has(key.toLowerCase()) || remarks.has(key.toLowerCase()))
  if (isMessage) return [[prefix, Object.fromEntries(forms.map(([key, text]) => [key.toLowerCase(), text]))]]
  return entries.flatMap(([key, inner]) => messagesOf(inner, prefix === '' ? key : `${prefix}.${key}`))
}

/** `- id: hello` with `translation: Hello`, or with plural forms there. */
function messagesOfItem(item: unknown, prefix: string): readonly (readonly [string, Message])[] {
  if (typeof item !== 'object' || item === null || !('id' in item) || typeof item.id !== 'string') return []
  const { id, ...rest } = item
  return messagesOf('translation' in item ? item.translation : rest, prefix === '' ? id : `${prefix}.${id}`)
}
