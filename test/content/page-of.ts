import { SiteError } from '../../src/base/site-error.ts'
import type { Tasks } from '../../src/base/workshop.ts'
import type { Config } from '../../src/config/config.ts'
import { createListTasks } from '../../src/content/facts/list-tasks.ts'
import { type CreatedPages, createPageTasks } from '../../src/content/facts/page-tasks.ts'
import { findTitle } from '../../src/content/find-title.ts'
import type { Page } from '../../src/content/page.ts'
import { sortSources } from '../../src/content/scan/sort-sources.ts'
import { createSourceTexts } from '../../src/content/scan/source-texts.ts'

/** Content as path → text. */
export type Content = Readonly<Record<string, string | Uint8Array>>

/** What a build makes of content, at the moment of the seed. */
export function createdOf(content: Content, config: Config, now = Date.UTC(2026, 10, 24)): CreatedPages {
  const sources = Object.entries(content).map(([path, text]) => ({ path, read: () => Buffer.from(text) }))
  const languages = [sortSources(sources, config)]
  const context = { languages, texts: createSourceTexts(), ground: '', findTitle }
  const lists = createListTasks(context)
  const pages = createPageTasks(context, lists.read(factsOf(lists.tasks)))
  const [created] = pages.read(factsOf(pages.tasks), now)
  if (!created) throw new TypeError('there is one language')
  return created
}

function factsOf({ count, make }: Tasks): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const made = make(index, () => {})
    if (made instanceof Promise) throw new TypeError('a page is made at once')
    return made.facts
  })
}

/**
 * The pages of content.
 *
 * @throws SiteError with what is wrong in their front matter
 */
export function pagesOf(content: Content, config: Config, now?: number): readonly Page[] {
  const { pages, diagnostics } = createdOf(content, config, now)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new SiteError(errors)
  return pages
}

/** The page of one file that lies alone. */
export function pageOf(path: string, text: string | Uint8Array, config: Config, now?: number): Page {
  const [page] = pagesOf({ [path]: text }, config, now)
  if (!page) throw new TypeError('a file of a bundle is no page')
  return page
}
