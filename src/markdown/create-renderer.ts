import type { Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { VFile } from 'vfile'
import type { Diagnostic } from '../base/diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { countWords } from './count-words.ts'
import { createProcessor, type MarkdownProcessor } from './create-processor.ts'
import { explainAttachment, explainFailure } from './explain-failure.ts'
import { explainMessage } from './explain-message.ts'
import type { Rendered } from './rendered.ts'
import { resolveLink } from './resolve-link.ts'
import { resolveName } from './resolve-name.ts'
import { builtIn } from './shortcodes/built-in.ts'
import { createEnvironments } from './shortcodes/create-environment.ts'
import { bareEnvironment } from './shortcodes/environment.ts'
import type { ShortcodeOptions } from './shortcodes/remark-shortcodes.ts'
import { summarize } from './summarize.ts'

/** The shortcodes that a site has beside the built-in ones, and the templates of Hugo's that it has. */
export type SiteShortcodes = Pick<ShortcodeOptions, 'shortcodes' | 'templates'>

export type RenderOutcome = { readonly rendered: Rendered; readonly warnings: readonly Diagnostic[] }

/**
 * Makes the function that renders a page's Markdown, given the frozen site.
 * It throws a SiteError with every mistake in the page: shortcode/…, markdown/….
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
      return await render(page, processor)
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
        environment: ({ data, path }) => (data.page ? environmentOf(data.page) : bareEnvironment(path ?? '')),
      },
      resolveName: (name, file) => file.data.page && resolveName(name, file.data.page, site),
      resolve: (relative, file) => file.data.page && resolveLink(relative, file.data.page, site),
    })
  } catch (cause) {
    throw explainAttachment(cause)
  }
}

async function render(page: Page, processor: MarkdownProcessor): Promise<RenderOutcome> {
  const file = fileOf(page)
  const tree = await processor.run(processor.parse(file), file)
  // A plugin may give another node back than the one that it was given.
  if (tree.type !== 'root') throw new TypeError('it gave back something else than a whole tree')
  const diagnostics = file.messages.map((message) => explainMessage(message, page))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new SiteError(errors)
  removeTitle(tree, file, page)
  const { nodes, truncated } = summarize(tree)
  const rendered: Rendered = {
    page,
    html: processor.stringify(tree, file),
    headings: file.data.headings ?? [],
    summary: page.matter.summary === undefined ? serialize(nodes) : paragraph(page.matter.summary),
    truncated: truncated || page.matter.summary !== undefined,
    words: wordsIn(tree),
    links: [],
    ids: new Set(),
    assets: [],
  }
  return { rendered, warnings: diagnostics }
}

declare module 'vfile' {
  interface DataMap {
    page: Page
  }
}

/** Block by block: where one ends, a word does, whether or not white space stands between. */
const wordsIn = ({ children }: Root) =>
  children.reduce((sum, node) => sum + ('children' in node ? countWords(textOf(node)) : 0), 0)

/** The body at its own lines: blank ones stand for the front matter, so that every position holds for the author. */
function fileOf(page: Page): VFile {
  const value = '\n'.repeat(page.bodyLine - 1) + page.body
  return new VFile({ path: page.source?.path ?? page.id, value, data: { page } })
}

/**
 * A heading that gave the page its title is shown by the layout already. Only one that the body begins with is
 * taken away: further down it belongs to what surrounds it.
 */
function removeTitle(tree: Root, file: VFile, { titleLine }: Page): void {
  if (titleLine === undefined) return
  const index = tree.children.findIndex(
    (node) => node.type !== 'comment' && !(node.type === 'text' && node.value.trim() === ''),
  )
  const node = tree.children[index]
  if (node?.type !== 'element' || node.tagName !== 'h1' || node.position?.start.line !== titleLine) return
  tree.children.splice(index, 1)
  file.data.headings = (file.data.headings ?? []).filter(({ id }) => id !== node.properties.id)
}

const serialize = (nodes: readonly RootContent[]) =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true }).trim()

const paragraph = (text: string) =>
  toHtml({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] })
