import type { MatterMenu } from './front-matter.ts'
import { isRecord } from './matter-layer.ts'
import { asNumber, asText } from './matter-values.ts'

/**
 * Reads `menus`: the name of a menu, a list of names, or a map of names to entries (Hugo's manual, "Menus"). Undefined
 * where it is none of these.
 */
export function readMenus(value: unknown): Readonly<Record<string, MatterMenu>> | undefined {
  if (typeof value === 'string') return { [value]: readEntry({}) }
  if (Array.isArray(value)) {
    const names = value.filter((name) => typeof name === 'string')
    return names.length === value.length
      ? Object.fromEntries(names.map((name) => [name, readEntry({})]))
      : undefined
  }
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value).map(([name, entry]) => [name, entry ?? {}] as const)
  return entries.every((entry): entry is [string, Readonly<Record<string, unknown>>] => isRecord(entry[1]))
    ? Object.fromEntries(entries.map(([name, entry]) => [name, readEntry(entry)]))
    : undefined
}

const readEntry = (entry: Readonly<Record<string, unknown>>): MatterMenu => ({
  identifier: asText(entry.identifier),
  name: asText(entry.name),
  title: asText(entry.title),
  parent: asText(entry.parent),
  weight: asNumber(entry.weight),
  pre: asText(entry.pre),
  post: asText(entry.post),
  params: isRecord(entry.params) ? entry.params : {},
})
