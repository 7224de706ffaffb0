import type { RelatedConfig } from '../config/config.ts'
import { formatGoDate } from './format-go-date.ts'
import type { Page } from './page.ts'
import type { Site } from './site.ts'

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
  /** By page id. */
  readonly numbers: ReadonlyMap<string, number>
  /** Per index of the config: the documents, by number, that have a keyword. */
  readonly postings: readonly ReadonlyMap<string, readonly number[]>[]
  /** For counting, a cell a document; all zero between two searches. */
  readonly weights: Int32Array
  readonly matches: Int32Array
}

function createIndex(pages: readonly Page[], config: RelatedConfig): Index {
  const documents = pages.toSorted(
    (a, b) => published(b) - published(a) || byCodeUnits(a.title, b.title) || byCodeUnits(a.path, b.path),
  )
  return {
    documents,
    numbers: new Map(documents.map(({ id }, number) => [id, number])),
    postings: config.indices.map((index) => post(documents, index)),
    weights: new Int32Array(documents.length),
    matches: new Int32Array(documents.length),
  }
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Older than everything. */
const UNDATED = Number.MIN_SAFE_INTEGER

const published = ({ matter }: Page) => (matter.publishDate ?? matter.date)?.getTime() ?? UNDATED

type Field = RelatedConfig['indices'][number]

function post(documents: readonly Page[], field: Field): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>()
  if (field.weight === 0) return postings
  let having = 0
  documents.forEach((page, number) => {
    const keywords = keywordsOf(page, field)
    if (keywords.length > 0) having++
    for (const keyword of keywords) {
      const posted = postings.get(keyword)
      if (posted) posted.push(number)
      else postings.set(keyword, [number])
    }
  })
  // What nearly every page has that has any says nothing of it.
  if (field.cardinalityThreshold > 0) {
    for (const [keyword, posted] of postings) {
      if (Math.ceil((posted.length / having) * 100) > field.cardinalityThreshold) postings.delete(keyword)
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
  const { documents, numbers, postings, weights, matches, config } = index
  // Weights may be negative, and become 0 to 100.
  const least = Math.min(0, ...config.indices.map(({ weight }) => weight))
  const most = Math.max(0, ...config.indices.map(({ weight }) => weight))
  if (most === least) return []
  const first = config.includeNewer || published(page) === UNDATED ? 0 : firstNotNewer(documents, page)
  const self = numbers.get(page.id)
  const touched: number[] = []
  config.indices.forEach((field, at) => {
    for (const keyword of keywordsOf(page, field)) {
      const posted = postings[at]?.get(keyword) ?? []
      // The newest come first, so those that are too new stand together.
      for (let position = posted.length - 1; position >= 0; position--) {
        const number = posted[position] ?? 0
        if (number < first) break
        if (matches[number] === 0) touched.push(number)
        matches[number] = (matches[number] ?? 0) + 1
        weights[number] = (weights[number] ?? 0) + field.weight
      }
    }
  })
  const best: Ranked[] = []
  for (const number of touched) {
    const [weight, count] = [weights[number] ?? 0, matches[number] ?? 1]
    weights[number] = 0
    matches[number] = 0
    const mean = Math.floor(((Math.trunc(weight / count) - least) / (most - least)) * 100 + 0.5)
    if (mean >= Math.trunc(config.threshold / count) && number !== self) insert({ number, weight }, best)
  }
  return best.flatMap(({ number }) => documents[number] ?? [])
}

/** The number of the first document that is not published after the page. */
function firstNotNewer(documents: readonly Page[], page: Page): number {
  let [low, high] = [0, documents.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = documents[middle]
    if (other && published(other) > published(page)) low = middle + 1
    else high = middle
  }
  return low
}

type Ranked = { readonly number: number; readonly weight: number }

const isBefore = (a: Ranked, b: Ranked) =>
  a.weight > b.weight || (a.weight === b.weight && a.number < b.number)

/** Keeps the best in order, no more than are wanted. */
function insert(ranked: Ranked, best: Ranked[]): void {
  const last = best.at(-1)
  if (best.length === MOST && last && !isBefore(ranked, last)) return
  if (best.length === MOST) best.pop()
  let at = best.length
  for (let before = best[at - 1]; before && isBefore(ranked, before); before = best[at - 1]) at--
  best.splice(at, 0, ranked)
}
