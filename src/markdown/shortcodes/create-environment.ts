import { decodePath } from '../../base/decode-path.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { resolveLink } from '../resolve-link.ts'
import type { ShortcodeEnvironment } from './environment.ts'
import { resolveRef } from './resolve-ref.ts'
import type { ShortcodePage, ShortcodeSite } from './shortcode-call.ts'

/** Makes the function that gives what the calls of a page reach: the page itself, the site, other pages. */
export function createEnvironments(site: Site): (page: Page) => ShortcodeEnvironment {
  const views = new Map<Page, ShortcodePage>()
  const viewOf = (page: Page): ShortcodePage => {
    const view = views.get(page) ?? viewPage(page)
    views.set(page, view)
    return view
  }
  let pages: readonly ShortcodePage[] | undefined
  const common: Omit<ShortcodeSite, 'getPage' | 'pages'> = {
    title: site.title,
    url: site.config.site.url,
    language: site.config.site.language,
    timeZone: site.config.site.timeZone,
    params: site.config.params,
    data: site.data,
    t: (key, context) => site.translate(key, context) ?? key,
  }
  return (page) => ({
    path: page.source?.path ?? page.id,
    page: viewOf(page),
    site: {
      ...common,
      get pages() {
        pages ??= site.pages.filter(({ kind }) => kind === 'page').map(viewOf)
        return pages
      },
      getPage: (path) => {
        const found = site.findPage(path, page)
        return found && viewOf(found)
      },
    },
    resolveRef: (path, options) => resolveRef(path, options, { page, site }),
    resolveFile: (path) => resolveLink(decodePath(path), page, site),
    highlight: async (code, call) => {
      const { highlightCode } = await import('../code/highlight-code.ts')
      return highlightCode(code, { ...call, defaults: site.config.markdown.highlight })
    },
  })
}

const viewPage = ({ title, url, language, kind, section, matter }: Page): ShortcodePage => ({
  title,
  url,
  description: matter.description,
  date: matter.date,
  lastmod: matter.lastmod,
  draft: matter.draft,
  language,
  kind,
  section,
  terms: matter.terms,
  params: matter.params,
})
