import path from 'node:path'
import { similarity } from '../../content/sketch-text.ts'
import type { RememberedPage } from './url-memory.ts'

/** How alike two texts must be to be one: half of their words may have changed. */
const ALIKE = 0.5

type Sourced = readonly [source: string, page: RememberedPage]

/**
 * Finds pages that have vanished again under the names of others that are new: by title and date, by date and file
 * name, or by what they say. Each is one other at most, and where two would do equally well, neither is.
 */
export function findRenames(
  vanished: readonly Sourced[],
  appeared: readonly Sourced[],
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>()
  const taken = new Set<string>()
  for (const isSame of [isSamePage, isSameFile, isAlike]) {
    const open = vanished.filter(([source]) => !renames.has(source))
    const free = appeared.filter(([source]) => !taken.has(source))
    for (const [from, old] of open) {
      const matches = free.filter(([to, page]) => isSame([from, old], [to, page]))
      const [match] = matches
      const rivals = open.filter(([other, page]) => match && isSame([other, page], match))
      if (!match || matches.length > 1 || rivals.length > 1) continue
      renames.set(from, match[0])
      taken.add(match[0])
    }
  }
  return renames
}

type Test = (a: Sourced, b: Sourced) => boolean

const isSamePage: Test = ([, a], [, b]) =>
  a.title === b.title && a.date === b.date && (a.date !== undefined || isSimilarOrShort(a, b))

const isSameFile: Test = ([from, a], [to, b]) =>
  a.date !== undefined && a.date === b.date && nameOf(from) === nameOf(to)

const isAlike: Test = ([, a], [, b]) => similarity(a.sketch, b.sketch) >= ALIKE

/** Without a date, "About" may be another page altogether. */
const isSimilarOrShort = (a: RememberedPage, b: RememberedPage) =>
  a.sketch === undefined || b.sketch === undefined || similarity(a.sketch, b.sketch) >= ALIKE / 2

/** What tells a file from its neighbours; of a bundle, that is its folder. */
function nameOf(source: string): string {
  const { name, dir } = path.posix.parse(source)
  return /^_?index(\.|$)/.test(name) ? path.posix.basename(dir) : name
}
