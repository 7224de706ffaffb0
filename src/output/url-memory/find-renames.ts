import path from 'node:path'
import { similarity, sketchParts } from '../../content/sketch-text.ts'
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
  // Of a site that has just begun, or has only grown, nothing is to be looked up.
  if (vanished.length === 0 || appeared.length === 0) return renames
  const taken = new Set<string>()
  for (const sameness of [samePage, sameFile, alike]) {
    const open = vanished.filter(([source]) => !renames.has(source))
    const free = appeared.filter(([source]) => !taken.has(source))
    const oldsLike = finder(open, sameness)
    const newsLike = finder(free, sameness)
    for (const old of open) {
      const matches = newsLike(old)
      const [match] = matches
      if (!match || matches.length > 1 || oldsLike(match).length > 1) continue
      renames.set(old[0], match[0])
      taken.add(match[0])
    }
  }
  return renames
}

/** What makes two pages the same. Those that are have a key in common, so that not each is held against each. */
type Sameness = {
  readonly keysOf: (page: Sourced) => readonly string[]
  readonly isSame: (a: RememberedPage, b: RememberedPage) => boolean
}

const samePage: Sameness = {
  keysOf: ([, { title, date }]) => [`${title}\n${date}`],
  isSame: (a, b) => a.date !== undefined || mayBeSimilar(a, b),
}

const sameFile: Sameness = {
  keysOf: ([source, { date }]) => (date === undefined ? [] : [`${nameOf(source)}\n${date}`]),
  isSame: () => true,
}

const alike: Sameness = {
  keysOf: ([, { sketch }]) => sketchParts(sketch),
  isSame: (a, b) => (similarity(a.sketch, b.sketch) ?? 0) >= ALIKE,
}

/** Without a date, "About" may be another page altogether. */
const mayBeSimilar = (a: RememberedPage, b: RememberedPage) =>
  (similarity(a.sketch, b.sketch) ?? 1) >= ALIKE / 2

/** What tells a file from its neighbours; of a bundle, that is its folder. */
function nameOf(source: string): string {
  const { name, dir } = path.posix.parse(source)
  return /^_?index(\.|$)/.test(name) ? path.posix.basename(dir) : name
}

function finder(pages: readonly Sourced[], { keysOf, isSame }: Sameness) {
  const byKey = new Map<string, Sourced[]>()
  for (const page of pages) {
    for (const key of keysOf(page)) {
      const known = byKey.get(key)
      if (known) known.push(page)
      else byKey.set(key, [page])
    }
  }
  return (wanted: Sourced): readonly Sourced[] => {
    const found = new Set(keysOf(wanted).flatMap((key) => byKey.get(key) ?? []))
    return [...found].filter(([, page]) => isSame(wanted[1], page))
  }
}
