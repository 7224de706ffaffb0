import type { RelatedConfig } from '../../config/config.ts'
import type { Page } from '../page.ts'
import type { Site } from '../site.ts'
import { formatGoDate } from '../url/format-go-date.ts'

/** How many related pages are told at most; no one reads further. */
const MOST = 30

/**
 * Finds related pages as Hugo does (its manual, "Related content"): a page's rank is the weight of every keyword that
 * it shares; the mean weight of its matches must reach the threshold, which falls with their number. Nothing is
 * computed before it is asked for; the keywords of all pages are indexed once.
 */
export function createRelated(pages: readonly Page[], config: RelatedConfig): Site['related'] {
  let made: ReturnType<typeof createIndex> | undefined
  return (page) => {
    made ??= createIndex(pages, config)
    return search(page, { ...made, config })
  }
}

type Index = {
  /** By publication, the newest first, then by title: the order of what has one rank. */
  readonly documents: readonly Page[]
  /** Those with the same keywords are ranked together: of a large site's posts, most are like many others. */
  readonly groups: readonly Group[]
  /** Per index of the config: the groups, by number, that have a keyword. */
  readonly postings: readonly ReadonlyMap<string, readonly number[]>[]
  /** For counting, a cell a group; all zero between two searches. */
  readonly weights: Int32Array
  readonly matches: Int32Array
}

type Group = {
  /** Per index of the config. */
  readonly keywords: readonly (readonly string[])[]
  /** Numbers of documents, ascending. */
  readonly members: readonly number[]
}

function createIndex(pages: readonly Page[], config: RelatedConfig): Index {
  const documents = pages.toSorted(
    (a, b) => published(b) - published(a) || byCodeUnits(a.title, b.title) || byCodeUnits(a.path, b.path),
  )
  const groups = group(documents, config)
  return {
    documents,
    groups,
    postings: config.indices.map((field, index) => post(groups, { field, index })),
    weights: new Int32Array(groups.length),
    matches: new Int32Array(groups.length),
  }
}

function group(documents: readonly Page[], { indices }: RelatedConfig): readonly Group[] {
  const groups = new Map<string, Group & { readonly members: number[] }>()
  documents.forEach((page, number) => {
    const keywords = indices.map((field) => (field.weight === 0 ? [] : keywordsOf(page, field)))
    const key = JSON.stringify(keywords)
    const known = groups.get(key)
    if (known) known.members.push(number)
    else groups.set(key, { keywords, members: [number] })
  })
  return [...groups.values()]
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Older than everything. */
const UNDATED = Number.MIN_SAFE_INTEGER

const published = ({ matter }: Page) => (matter.publishDate ?? matter.date)?.getTime() ?? UNDATED

type Field = RelatedConfig['indices'][number]

function post(
  groups: readonly Group[],
  { field, index }: { readonly field: Field; readonly index: number },
): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>()
  const counts = new Map<string, number>()
  if (field.weight === 0) return postings
  let having = 0
  groups.forEach(({ keywords, members }, number) => {
    const own = keywords[index] ?? []
    if (own.length > 0) having += members.length
    for (const keyword of own) {
      counts.set(keyword, (counts.get(keyword) ?? 0) + members.length)
      const posted = postings.get(keyword)
      if (posted) posted.push(number)
      else postings.set(keyword, [number])
    }
  })
  // What nearly every page has that has any says nothing of it.
  if (field.cardinalityThreshold > 0) {
    for (const [keyword, count] of counts) {
      if (Math.ceil((count / having) * 100) > field.cardinalityThreshold) postings.delete(keyword)
    }
  }
  return postings
}

function keywordsOf({ matter }: Page, { name, pattern, toLower }: Field): readonly string[] {
  const key = name.toLowerCase()
  const values = [fieldOf(matter, key)].flat().flatMap((value) => {
    if (value instanceof Date) {
      const local = new Date(value.getTime() + (matter.dateOffset ?? 0) * 60_000)
      return [formatGoDate(local, pattern ?? '2006')]
    }
    return typeof value === 'string' ? [value] : []
  })
  return toLower ? values.map((value) => value.toLowerCase()) : values
}

function fieldOf(matter: Page['matter'], key: string): unknown {
  const terms = Object.entries(matter.terms).find(([name]) => name.toLowerCase() === key)
  if (terms) return terms[1]
  const known: Readonly<Record<string, unknown>> = {
    keywords: matter.keywords,
    date: matter.date,
    lastmod: matter.lastmod,
    publishdate: matter.publishDate,
    title: matter.title,
    type: matter.type,
  }
  return known[key] ?? matter.params[key]
}

type Search = Index & { readonly config: RelatedConfig }

function search(page: Page, index: Search): readonly Page[] {
  const { documents, groups, postings, weights, matches, config } = index
  // Weights may be negative, and become 0 to 100.
  const least = Math.min(0, ...config.indices.map(({ weight }) => weight))
  const most = Math.max(0, ...config.indices.map(({ weight }) => weight))
  if (most === least) return []
  const touched: number[] = []
  config.indices.forEach((field, at) => {
    for (const keyword of keywordsOf(page, field)) {
      for (const number of postings[at]?.get(keyword) ?? []) {
        if (matches[number] === 0) touched.push(number)
        matches[number] = (matches[number] ?? 0) + 1
        weights[number] = (weights[number] ?? 0) + field.weight
      }
    }
  })
  const ranked = new Map<number, Group[]>()
  for (const number of touched) {
    const [weight, count, found] = [weights[number] ?? 0, matches[number] ?? 1, groups[number]]
    weights[number] = 0
    matches[number] = 0
    const mean = Math.floor(((Math.trunc(weight / count) - least) / (most - least)) * 100 + 0.5)
    if (!found || mean < Math.trunc(config.threshold / count)) continue
    const equals = ranked.get(weight)
    if (equals) equals.push(found)
    else ranked.set(weight, [found])
  }
  return best(ranked, { page, documents, config })
}

type Choice = Pick<Search, 'documents' | 'config'> & { readonly page: Page }

/** The heaviest, and of equal weight the newest. */
function best(
  ranked: ReadonlyMap<number, readonly Group[]>,
  { page, documents, config }: Choice,
): readonly Page[] {
  const first =
    config.includeNewer || published(page) === UNDATED
      ? 0
      : firstAt(documents.length, (number) => published(documents[number] ?? page) <= published(page))
  const pages: Page[] = []
  for (const weight of [...ranked.keys()].sort((a, b) => b - a)) {
    const numbers = newest(ranked.get(weight) ?? [], first)
    const equals = numbers.flatMap((number) => documents[number] ?? [])
    pages.push(...equals.filter(({ id }) => id !== page.id).slice(0, MOST - pages.length))
    if (pages.length === MOST) break
  }
  return pages
}

/**
 * The smallest numbers of all groups from one on, ascending: one more than are wanted, for the page itself is among them.
 * Most groups have nothing to give once a few were looked at.
 */
function newest(groups: readonly Group[], first: number): readonly number[] {
  const found: number[] = []
  for (const { members } of groups) {
    const start = first === 0 ? 0 : firstAt(members.length, (at) => (members[at] ?? 0) >= first)
    for (let at = start; at < members.length; at++) {
      const number = members[at] ?? 0
      if (found.length > MOST && number > (found.at(-1) ?? 0)) break
      let place = found.length
      while (place > 0 && (found[place - 1] ?? 0) > number) place--
      found.splice(place, 0, number)
      if (found.length > MOST + 1) found.pop()
    }
  }
  return found
}

/** The first of so many numbers from 0 that a test holds for, where it holds for all that follow. */
function firstAt(count: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
