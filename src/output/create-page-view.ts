import type { Page } from '../content/page.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { Entry, LanguageLink, Link, PageView } from '../theme/props.ts'
import { bodyOf, type Edition } from './edition.ts'
import { authorOf } from './feeds/author-of.ts'
import { linkTo } from './link-to.ts'
import type { SiteFacts } from './site-facts.ts'

/** Words that a reader takes in within a minute (Hugo's figures, so that moved blogs keep their numbers). */
const WORDS_PER_MINUTE = { usual: 212, cjk: 500 }

const DAY = 86_400_000

/** A page as lists show it. */
export function createEntry({ page, summary, truncated, words, cjk }: Rendered, facts: SiteFacts): Entry {
  const { date, lastmod, description, isCjk } = page.matter
  const changed = date && lastmod && lastmod.getTime() - date.getTime() >= DAY
  const isWritten = isCjk ?? (facts.site.config.hasCjk && cjk)
  const wordsPerMinute = isWritten ? WORDS_PER_MINUTE.cjk : WORDS_PER_MINUTE.usual
  return {
    title: page.title,
    url: facts.linkTo(page).url,
    description,
    summary,
    truncated,
    date,
    updated: changed ? lastmod : undefined,
    words,
    minutes: Math.max(1, Math.ceil(words / wordsPerMinute)),
    tags: readableTerms(page, facts).map(facts.linkTo),
    state: page.state,
  }
}

export type PageViewContext = {
  readonly edition: Edition
  readonly facts: SiteFacts
  readonly entryOf: (page: Page) => Entry
  /** Other pages as lists show them, the most related first. */
  readonly related: (page: Page) => readonly Entry[]
  /** Pages that link to one. */
  readonly backlinks: (page: Page) => readonly Link[]
}

/** The page that is rendered, with its body. What takes a search is found when a layout asks for it. */
export function createPageView(page: Page, context: PageViewContext): PageView {
  const { edition, facts, entryOf, related, backlinks } = context
  const { site } = facts
  const rendered = bodyOf(edition, page)
  const { startLevel, endLevel } = site.config.markdown.contents
  const section = page.kind === 'page' ? facts.sectionOf(page) : undefined
  const { headings } = rendered
  const entry = entryOf(page)
  // By name, for there are many: to spread one takes longer than all the rest.
  return {
    title: entry.title,
    url: entry.url,
    description: entry.description,
    summary: entry.summary,
    truncated: entry.truncated,
    date: entry.date,
    updated: entry.updated,
    words: entry.words,
    minutes: entry.minutes,
    tags: entry.tags,
    state: entry.state,
    kind: page.kind,
    type: page.type,
    author: authorOf(page, site.config.site.author),
    section: section && facts.isReadable(section.page) ? facts.linkTo(section.page) : undefined,
    html: rendered.html,
    titleId: rendered.titleHeading?.id,
    headings,
    contents: headings.filter(({ depth }) => depth >= startLevel && depth <= endLevel),
    terms: termsByTaxonomy(page, facts),
    translations: (site.translations.get(page.id) ?? []).flatMap((other) => languageLink(other, facts)),
    get related() {
      return related(page)
    },
    get backlinks() {
      return backlinks(page)
    },
    params: page.matter.params,
  }
}

/** Those of the page's terms that have a page to lead to. */
const readableTerms = ({ id }: Page, { site, isReadable }: SiteFacts): readonly Page[] =>
  (site.termsOf.get(id) ?? []).filter(isReadable)

function termsByTaxonomy(page: Page, facts: SiteFacts): Readonly<Record<string, readonly Link[]>> {
  const own = readableTerms(page, facts)
  if (own.length === 0) return {}
  const lists = facts.site.taxonomies.map(({ name }) => {
    const terms = own.filter((term) => term.id.startsWith(`${name}/`))
    return [name, terms.map(facts.linkTo)] as const
  })
  return Object.fromEntries(lists.filter(([, links]) => links.length > 0))
}

/** Ids are of one language, and what is remembered by them with them. */
function languageLink(page: Page, { site: { config } }: SiteFacts): readonly LanguageLink[] {
  const language = config.languages.find(({ code }) => code === page.language)
  if (!language) return []
  return [{ ...linkTo(page), name: language.name, language: language.locale, isCurrent: false }]
}
