import { TomlDate } from 'smol-toml'

/**
 * Front matter with all its keys in lower case, also those further inside: authors write them either way, as Hugo reads
 * them. Dates of TOML become texts, as those of YAML are.
 */
export function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys)
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries: (readonly [string, unknown])[] = Object.entries(value)
  return Object.fromEntries(
    entries.map(([key, inner]) => [key.toLowerCase(), isLeaf(inner) ? inner : lowerKeys(inner)]),
  )
}

const isLeaf = (value: unknown) => typeof value !== 'object'
