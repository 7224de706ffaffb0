import { resolveConfig } from '../../src/config/resolve-config.ts'
import type { UserConfig } from '../../src/config/user-config.ts'
import { createPages } from '../../src/content/create-pages.ts'
import { SiteError } from '../../src/base/site-error.ts'
import { createSite } from '../../src/content/create-site.ts'
import { claimFiles } from '../../src/output/claim-files.ts'
import { listDocuments } from '../../src/output/list-documents.ts'
import type { Theme } from '../../src/theme/theme.ts'

/** The site of a content folder, as path → text. What is no Markdown is a file to publish as it is. */
export function siteOf(content: Readonly<Record<string, string>>, user: UserConfig = {}) {
  const config = resolveConfig(
    { site: { url: 'https://example.org', title: 'S' }, ...user },
    { root: '/site', files: [] },
  )
  const paths = Object.keys(content)
  const pages = paths
    .filter((path) => path.endsWith('.md'))
    .map((path) =>
      createPage({ path, bytes: Buffer.from(content[path] ?? '') }, { config, now: Date.UTC(2026, 10, 24) }),
    )
  return createSite({ config, pages, all: pages, files: paths.filter((path) => !path.endsWith('.md')) })
}

/** All that the site's release will hold, with its documents. */
export function planOf(site: ReturnType<typeof siteOf>, statics: readonly string[] = []) {
  const sites = [site]
  const edition = { site, rendered: new Map() }
  const documents = listDocuments({ edition, sites, theme: emptyTheme, cardOf: () => undefined })
  return { sites, documents, claims: claimFiles({ sites, theme: emptyTheme, documents, statics }) }
}

const emptyTheme: Theme = {
  name: 'empty',
  layouts: {},
  shortcodes: { shortcodes: {}, templates: new Map() },
  styles: [],
  scripts: [],
  files: [],
}
