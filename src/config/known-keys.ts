import { schema } from './schema.ts'

/** The keys that the config has under a path, such as `['languages', 'fr', 'urls']`; none where any are taken. */
export function knownKeys(path: readonly string[]): readonly string[] {
  let part: unknown = schema
  for (const key of path) part = inside(unwrap(part), key)
  const found = unwrap(part)
  return isObject(found) && isObject(found.entries) ? Object.keys(found.entries) : []
}

type Part = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** Valibot wraps: an optional's kind is its `wrapped`, and a lazy one is known when it is asked for an object. */
function unwrap(part: unknown): unknown {
  if (!isObject(part)) return undefined
  if ('wrapped' in part) return unwrap(part.wrapped)
  if (part.type === 'lazy' && typeof part.getter === 'function') return unwrap(part.getter({}))
  return part
}

/** An object's are its `entries`, a list's its `item`, a record's its `value`. */
function inside(part: unknown, key: string): unknown {
  if (!isObject(part)) return undefined
  if (isObject(part.entries)) return part.entries[key]
  return part.item ?? part.value
}
