import { encodePath } from '../base/encode-path.ts'
import { isReadable } from '../content/formats-of.ts'
import type { Page } from '../content/page.ts'
import type { Section, Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'
import type { Entry, LanguageLink, Link, PageView } from '../theme/props.ts'
import { bodyOf, type Edition } from './edition.ts'
import { authorOf } from './feeds/author-of.ts'
import { linkTo } from './link-to.ts'

/** Words that a reader takes in within a minute (Hugo's figures, so that moved blogs keep their numbers). */
const WORDS_PER_MINUTE = { usual: 212, cjk: 500 }

const DAY = 86_400_000

/** A page as lists show it. */
export function createEntry({ page, summary, truncated, words }: Rendered, site: Site): Entry {
  const { date, lastmod, description } = page.matter
  const changed = date && lastmod && lastmod.getTime() - date.getTime() >= DAY
  return {
    title: page.title,
    url: encodePath(page.url),
    description,
    summary,
    truncated,
    date,
    updated: changed ? lastmod : undefined,
    words,
    minutes: Math.max(1, Math.ceil(words / wordsPerMinute(page, site))),
    tags: readableTerms(page, site).map(linkTo),
    state: page.state,
  }
}

const wordsPerMinute = ({ matter, body }: Page, { config }: Site) =>
  (matter.isCjk ?? (config.hasCjk && CJK.test(body))) ? WORDS_PER_MINUTE.cjk : WORDS_PER_MINUTE.usual

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

export type PageViewContext = {
  readonly edition: Edition
  /** Pages that link to one. */
  readonly backlinksOf: (page: Page) => readonly Page[]
  /** Other pages as lists show them, where each is to be made but once. */
  readonly entryOf?: (page: Page) => Entry
}

/** The page that is rendered, with its body. What takes a search is found when a layout asks for it. */
export function createPageView(page: Page, context: PageViewContext): PageView {
  const { edition, backlinksOf } = context
  const { site } = edition
  const entryOf = context.entryOf ?? ((other: Page) => createEntry(bodyOf(edition, other), site))
  const rendered = bodyOf(edition, page)
  const { startLevel, endLevel } = site.config.markdown.contents
  const section = page.kind === 'page' ? nearestSection(page, site) : undefined
  return {
    ...createEntry(rendered, site),
    kind: page.kind,
    type: page.type,
    author: authorOf(page, site.config.site.author),
    section: section && isReadable(section.page, site.config) ? linkTo(section.page) : undefined,
    html: rendered.html,
    titleId: rendered.titleHeading?.id,
    headings: rendered.headings,
    contents: rendered.headings.filter(({ depth }) => depth >= startLevel && depth <= endLevel),
    terms: termsByTaxonomy(page, site),
    translations: (site.translations.get(page.id) ?? []).flatMap((other) => languageLink(other, site)),
    get related() {
      return site.related(page).map(entryOf)
    },
    get backlinks() {
      return backlinksOf(page).map(linkTo)
    },
    params: page.matter.params,
  }
}

/** Those of the page's terms that have a page to lead to. */
const readableTerms = ({ id }: Page, { termsOf, config }: Site): readonly Page[] =>
  (termsOf.get(id) ?? []).filter((term) => isReadable(term, config))

function termsByTaxonomy(page: Page, site: Site): Readonly<Record<string, readonly Link[]>> {
  const own = readableTerms(page, site)
  const lists = site.taxonomies.map(({ name }) => {
    const terms = own.filter((term) => term.id.startsWith(`${name}/`))
    return [name, terms.map(linkTo)] as const
  })
  return Object.fromEntries(lists.filter(([, links]) => links.length > 0))
}

function languageLink(page: Page, { config }: Site): readonly LanguageLink[] {
  const language = config.languages.find(({ code }) => code === page.language)
  if (!language) return []
  return [{ ...linkTo(page), name: language.name, language: language.locale, isCurrent: false }]
}

/** Sections may lie in sections: the deepest that holds the page. */
export const nearestSection = ({ id }: Page, { sections }: Site): Section | undefined =>
  sections
    .filter((section) => id.startsWith(folderOf(section)))
    .reduce<Section | undefined>(
      (best, section) => (best && folderOf(best).length > folderOf(section).length ? best : section),
      undefined,
    )

/** `posts/` of `posts/_index.md`. */
const folderOf = ({ page }: Section) => page.id.replace(/_index\.[^/]+$/, '')
