import { decodePath } from '../../base/decode-path.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import type { Inquiry } from '../bodies/inquiry.ts'
import type { ShortcodeEnvironment } from './environment.ts'
import { viewPage } from './view-page.ts'

type Surroundings = { readonly site: Site; readonly inquiry: Inquiry }

/** What the calls of a page reach: the page itself, the site, other pages. All but what the config says is asked for. */
export function createEnvironment(page: Page, { site, inquiry }: Surroundings): ShortcodeEnvironment {
  const { config } = site
  return {
    path: page.source?.path ?? page.id,
    page: viewPage(page),
    site: {
      get title() {
        return inquiry.title()
      },
      url: config.site.url,
      language: config.site.language,
      timeZone: config.site.timeZone,
      params: config.params,
      get data() {
        return inquiry.data()
      },
      get pages() {
        return inquiry.pages()
      },
      getPage: inquiry.page,
      t: inquiry.text,
    },
    resolveRef: inquiry.ref,
    resolveFile: (path) => inquiry.link(decodePath(path)),
    highlight: async (code, call) => {
      const { highlightCode } = await import('../code/highlight-code.ts')
      return highlightCode(code, { ...call, defaults: config.markdown.highlight })
    },
    dependsOn: inquiry.file,
    everyBuild: inquiry.again,
  }
}
