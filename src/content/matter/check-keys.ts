import { distance } from 'fastest-levenshtein'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { onceEach } from '../../base/once.ts'
import type { Config } from '../../config/config.ts'
import { fieldsOf } from '../lists/list-context.ts'
import { matterFields } from './matter-layer.ts'
import type { MatterText } from './matter-text.ts'
import type { MatterRecord } from './parse-matter.ts'
import { placeOfKey } from './place-of-key.ts'

/** A key that so many pages have is a param of the site's own. */
const COMMON = 3

/** A key of a page's front matter that looks like another. */
export type Slip = {
  readonly key: string
  readonly meant: string
  /** Whether the page has that one as well. */
  readonly hasBoth: boolean
}

/** Finds the keys that are a slip of the finger away from one with a meaning. */
export type FindSlips = (record: MatterRecord) => readonly Slip[]

export function createSlipFinder(config: Config): FindSlips {
  const fields = new Set([...matterFields, ...fieldsOf(config).map((name) => name.toLowerCase())])
  const singulars = new Map(
    Object.entries(config.taxonomies).map(([one, many]) => [one.toLowerCase(), many.toLowerCase()]),
  )
  const meantBy = onceEach(
    (key: string) => singulars.get(key) ?? [...fields].find((field) => isSlip(key, field)),
  )
  return (record) =>
    Object.keys(record).flatMap((key) => {
      const meant = fields.has(key) ? undefined : meantBy(key)
      return meant === undefined ? [] : [{ key, meant, hasBoth: meant in record }]
    })
}

export type SlippedSource = {
  readonly slips: readonly Slip[]
  readonly text: () => MatterText
}

/** Tells of keys that are slips (`titel`, `discription`). Hugo takes them for params, and they do nothing. */
export function checkKeys(sources: readonly SlippedSource[]): readonly Diagnostic[] {
  const uses = new Map<string, number>()
  for (const { slips } of sources) for (const { key } of slips) uses.set(key, (uses.get(key) ?? 0) + 1)
  return sources.flatMap(({ slips, text }) =>
    slips
      .filter(({ key, hasBoth }) => !hasBoth && (uses.get(key) ?? 0) < COMMON)
      .map((slip) => misspelt(text(), slip)),
  )
}

/** One letter too many, too few or wrong, or two in the wrong order. Short words are words of their own: `data`. */
function isSlip(key: string, field: string): boolean {
  if (Math.abs(key.length - field.length) > 1 || Math.min(key.length, field.length) < 4) return false
  const steps = distance(key, field)
  if (steps === 1) return key.length !== field.length || key.length > 5
  return steps === 2 && [...key].sort().join('') === [...field].sort().join('')
}

function misspelt(file: MatterText, { key, meant }: Slip): Diagnostic {
  return {
    code: 'matter/unknown-key',
    severity: 'warning',
    message: `Cannot make anything of the key "${key}": did you mean ${meant}?`,
    hint: `Write ${meant}, or put a param of your own under \`params:\``,
    place: placeOfKey(file, key),
  }
}
