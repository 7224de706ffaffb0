import { digestOf } from '../../base/digest-of.ts'
import { onceAsked } from '../../base/once.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import type { EditionKeys } from './edition-keys.ts'

export type QuestionInput = {
  readonly site: Site
  readonly keys: Pick<EditionKeys, 'entry' | 'link'>
  readonly backlinksOf: (page: Page) => readonly Page[]
}

/**
 * What a layout may ask of a page on its way, as questions to be noted: a layout that does not ask for related pages
 * does not depend on them. A question holds what it was answered with, and is answered `same` while that is so.
 */
export type LayoutQuestions = {
  /** Which pages are related, and what they are called. */
  readonly related: (found: readonly Page[]) => string
  /** Which pages link here, and what they are called. */
  readonly backlinks: (found: readonly Page[]) => string
  /** What lists show of a related page. */
  readonly entry: (other: Page) => string
  readonly answer: (page: Page, question: string) => string
}

export const SAME = 'same'

export function createLayoutQuestions({ site, keys, backlinksOf }: QuestionInput): LayoutQuestions {
  // While nothing is new that the search goes by, nobody need search.
  const grounds = onceAsked(() => digestOf(JSON.stringify(site.pages.map(searched(site, keys)))))
  const byId = onceAsked(() => new Map(site.pages.map((page) => [page.id, page])))
  const linksTo = (pages: readonly Page[]) =>
    pages.length === 0 ? 'none' : digestOf(pages.map(keys.link).join(''))
  const questions: Omit<LayoutQuestions, 'answer'> = {
    related: (found) => `related ${grounds()} ${linksTo(found)}`,
    backlinks: (found) => `backlinks ${linksTo(found)}`,
    entry: (other) => `entry ${keys.entry(other)} ${other.id}`,
  }
  const isSame = (page: Page, question: string): boolean => {
    const [kind = '', first = '', second] = question.split(' ', 3)
    if (kind === 'related') return first === grounds() || second === linksTo(site.related(page))
    if (kind === 'backlinks') return first === linksTo(backlinksOf(page))
    const other = byId().get(question.slice(`${kind} ${first} `.length))
    return other !== undefined && question === questions.entry(other)
  }
  return { ...questions, answer: (page, question) => (isSame(page, question) ? SAME : 'another') }
}

/** All of a page that the search for related pages goes by (createRelated), and what links to it say. */
function searched({ config }: Site, keys: Pick<EditionKeys, 'link'>) {
  const named = new Set(config.related.indices.map(({ name }) => name.toLowerCase()))
  return (page: Page): unknown => {
    const { kind, path, matter } = page
    if (kind !== 'page') return undefined
    const { date, dateOffset, publishDate, lastmod, keywords, type, terms, params } = matter
    const changed = named.has('lastmod') ? lastmod : undefined
    const fields = Object.entries(params).filter(([key]) => named.has(key))
    const times = [date, publishDate, changed].map((moment) => moment?.getTime())
    return [keys.link(page), path, times, dateOffset, keywords, type, terms, fields]
  }
}
