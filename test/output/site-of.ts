import { SiteError } from '../../src/base/site-error.ts'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createSite } from '../../src/content/create-site.ts'
import { claimFiles } from '../../src/output/claim-files.ts'
import { listDocuments } from '../../src/output/list-documents.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { pagesOf } from '../content/page-of.ts'

/** The site of a content folder, as path → text. What is no Markdown is a file to publish as it is. */
export function siteOf(content: Readonly<Record<string, string>>, user: UserConfig = {}) {
  const config = resolveConfig(
    { site: { url: 'https://example.org', title: 'S' }, ...user },
    { root: '/site', files: [] },
  )
  const isPage = (path: string) => /\.(md|html)$/.test(path)
  const pages = pagesOf(Object.fromEntries(Object.entries(content).filter(([path]) => isPage(path))), config)
  return createSite({
    config,
    pages,
    all: pages,
    files: Object.keys(content).filter((path) => !isPage(path)),
  })
}

/**
 * All that the site's release will hold, with its documents.
 *
 * @throws SiteError with what wants the place of another
 */
export function planOf(site: ReturnType<typeof siteOf>, statics: readonly string[] = []) {
  const sites = [site]
  const edition = { site, rendered: new Map() }
  const documents = listDocuments({ edition, sites, theme: emptyTheme, cardOf: () => undefined })
  const { claims, collisions } = claimFiles({ sites, theme: emptyTheme, documents, statics })
  if (collisions.length > 0) throw new SiteError(collisions)
  return { sites, documents, claims }
}

export const emptyTheme: Theme = {
  name: 'empty',
  layouts: {},
  shortcodes: { shortcodes: {}, templates: new Map(), digest: '' },
  styles: [],
  scripts: [],
  files: [],
  digest: '',
  reads: 'props',
}
