import { SiteError } from '../../src/base/site-error.ts'
import type { Config } from '../../src/config/config.ts'
import { createPages } from '../../src/content/create-pages.ts'
import type { Page } from '../../src/content/page.ts'

/**
 * The pages of content given as path → text, at the moment of the seed.
 *
 * @throws SiteError with what is wrong in their front matter
 */
export function pagesOf(
  content: Readonly<Record<string, string | Uint8Array>>,
  config: Config,
  now = Date.UTC(2026, 10, 24),
): readonly Page[] {
  const sources = Object.entries(content).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  const { pages, diagnostics } = createPages(sources, { config, now })
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
