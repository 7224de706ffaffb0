import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { createQuestions, type Questions } from './bodies/create-questions.ts'
import type { Inquiry, Witness } from './bodies/inquiry.ts'
import { createProcessor } from './create-processor.ts'
import { createDirectWriter } from './direct/create-direct-writer.ts'
import { explainAttachment, explainFailure } from './explain-failure.ts'
import type { LinkOptions } from './rehype-links.ts'
import { type RenderOutcome, type RenderTools, renderPage } from './render-page.ts'
import { builtIn } from './shortcodes/built-in.ts'
import { createEnvironment } from './shortcodes/create-environment.ts'
import { bareEnvironment } from './shortcodes/environment.ts'
import type { ShortcodeOptions } from './shortcodes/remark-shortcodes.ts'

/** The shortcodes that a site has beside the built-in ones, and the templates of Hugo's that it has. */
export type SiteShortcodes = Pick<ShortcodeOptions, 'shortcodes' | 'templates'>

/** Renders a page; the witness hears of everything that it asked of the site on the way. */
export type Renderer = (page: Page, witness?: Witness) => Promise<RenderOutcome>

type RendererOptions = SiteShortcodes & {
  /** The site's questions, where somebody asks them again later. */
  readonly questions?: Questions
}

/**
 * Makes the function that renders a page's Markdown, given the frozen site.
 * It throws a SiteError where there is nothing to render: when a plugin throws, or the page is too deep.
 *
 * @throws SiteError markdown/plugin when a plugin cannot be attached
 */
export function createRenderer(
  site: Site,
  { questions = createQuestions(site), ...shortcodes }: RendererOptions = { shortcodes: {} },
): Renderer {
  // Pages are rendered side by side: who asks is known by the page.
  const inquiries = new Map<Page, Inquiry>()
  const inquiryOf = (page: Page) => inquiries.get(page) ?? questions.inquire(page)
  const tools = attach({ site, shortcodes, inquiryOf })
  const { remarkPlugins, rehypePlugins } = site.config.markdown
  const hasPlugins = remarkPlugins.length + rehypePlugins.length > 0
  return async (page, witness) => {
    const inquiry = questions.inquire(page, witness)
    inquiries.set(page, inquiry)
    try {
      const outcome = await renderPage(page, tools)
      for (const file of outcome.dependsOn) inquiry.file(file)
      return outcome
    } catch (cause) {
      throw explainFailure(cause, { page, hasPlugins })
    } finally {
      inquiries.delete(page)
    }
  }
}

type Attachment = {
  readonly site: Site
  readonly shortcodes: SiteShortcodes
  readonly inquiryOf: (page: Page) => Inquiry
}

function attach({ site, shortcodes, inquiryOf }: Attachment): RenderTools {
  const { config } = site
  const { markdown } = config
  const resolve: LinkOptions['resolve'] = (relative, { data }) =>
    data.page && inquiryOf(data.page).link(relative)
  try {
    const processor = createProcessor({
      markdown,
      shortcodes: {
        ...shortcodes,
        shortcodes: { ...builtIn, ...shortcodes.shortcodes },
        folder: 'layouts/shortcodes',
        templateCalls: site.config.missingLayouts,
        environment: ({ data, path }) =>
          data.page
            ? createEnvironment(data.page, { site, inquiry: inquiryOf(data.page) })
            : bareEnvironment(path ?? ''),
      },
      resolveName: (name, { data }) => data.page && inquiryOf(data.page).name(name),
      resolve,
    })
    return { processor, config, write: createDirectWriter({ markdown, resolve }) }
  } catch (cause) {
    throw explainAttachment(cause)
  }
}
