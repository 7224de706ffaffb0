import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { createProcessor, type MarkdownProcessor } from './create-processor.ts'
import { explainAttachment, explainFailure } from './explain-failure.ts'
import { type RenderOutcome, renderPage } from './render-page.ts'
import { resolveLink } from './resolve-link.ts'
import { resolveName } from './resolve-name.ts'
import { builtIn } from './shortcodes/built-in.ts'
import { createEnvironments } from './shortcodes/create-environment.ts'
import { bareEnvironment } from './shortcodes/environment.ts'
import type { ShortcodeOptions } from './shortcodes/remark-shortcodes.ts'

/** The shortcodes that a site has beside the built-in ones, and the templates of Hugo's that it has. */
export type SiteShortcodes = Pick<ShortcodeOptions, 'shortcodes' | 'templates'>

/**
 * Makes the function that renders a page's Markdown, given the frozen site.
 * It throws a SiteError where there is nothing to render: when a plugin throws, or the page is too deep.
 *
 * @throws SiteError markdown/plugin when a plugin cannot be attached
 */
export function createRenderer(
  site: Site,
  shortcodes: SiteShortcodes = { shortcodes: {} },
): (page: Page) => Promise<RenderOutcome> {
  const processor = attach(site, shortcodes)
  const { remarkPlugins, rehypePlugins } = site.config.markdown
  const hasPlugins = remarkPlugins.length + rehypePlugins.length > 0
  return async (page) => {
    try {
      return await renderPage(page, { processor, config: site.config })
    } catch (cause) {
      throw explainFailure(cause, { page, hasPlugins })
    }
  }
}

function attach(site: Site, shortcodes: SiteShortcodes): MarkdownProcessor {
  const { markdown } = site.config
  const environmentOf = createEnvironments(site)
  try {
    return createProcessor({
      markdown,
      shortcodes: {
        ...shortcodes,
        shortcodes: { ...builtIn, ...shortcodes.shortcodes },
        folder: 'layouts/shortcodes',
        templateCalls: site.config.missingLayouts,
        environment: ({ data, path }) => (data.page ? environmentOf(data.page) : bareEnvironment(path ?? '')),
      },
      resolveName: (name, file) => file.data.page && resolveName(name, file.data.page, site),
      resolve: (relative, file) => file.data.page && resolveLink(relative, file.data.page, site),
    })
  } catch (cause) {
    throw explainAttachment(cause)
  }
}
