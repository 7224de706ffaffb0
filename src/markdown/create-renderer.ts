import type { Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Diagnostic } from '../base/diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import { countWords } from './count-words.ts'
import { createProcessor } from './create-processor.ts'
import { explainMessage } from './explain-message.ts'
import type { Rendered } from './rendered.ts'
import { resolveLink } from './resolve-link.ts'
import { summarize } from './summarize.ts'

export type RenderOutcome = { readonly rendered: Rendered; readonly warnings: readonly Diagnostic[] }

/**
 * Makes the function that renders a page's Markdown, given the frozen site.
 * It throws a SiteError with every mistake in the page: shortcode/…, markdown/plugin.
 */
export function createRenderer(site: Site): (page: Page) => Promise<RenderOutcome> {
  const { remarkPlugins, rehypePlugins } = site.config
  const processor = createProcessor({
    remarkPlugins,
    rehypePlugins,
    resolve: (relative, file) => file.data.page && resolveLink(relative, file.data.page, site),
  })

  return async (page) => {
    const file = fileOf(page)
    let tree: Root
    try {
      tree = await processor.run(processor.parse(file), file)
    } catch (cause) {
      throw pluginFailure(page, cause)
    }
    const diagnostics = file.messages.map((message) => explainMessage(message, page))
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new SiteError(errors)
    if (page.matter.title === undefined) removeTitle(tree, file)
    const { nodes, truncated } = summarize(tree)
    const rendered: Rendered = {
      page,
      html: processor.stringify(tree, file),
      headings: file.data.headings ?? [],
      summary: page.matter.summary === undefined ? serialize(nodes) : paragraph(page.matter.summary),
      truncated: truncated || page.matter.summary !== undefined,
      words: countWords(textOf(tree)),
    }
    return { rendered, warnings: diagnostics }
  }
}

declare module 'vfile' {
  interface DataMap {
    page: Page
  }
}

/** The body at its own lines: blank ones stand for the front matter, so that every position holds for the author. */
function fileOf(page: Page): VFile {
  const value = '\n'.repeat(page.bodyLine - 1) + page.body
  return new VFile({ path: page.source?.path ?? page.id, value, data: { page } })
}

/** A first-level heading that gave the page its title is shown by the layout already. */
function removeTitle(tree: Root, file: VFile): void {
  const index = tree.children.findIndex((node) => node.type === 'element' && node.tagName === 'h1')
  const node = tree.children[index]
  if (node?.type !== 'element') return
  tree.children.splice(index, 1)
  file.data.headings = (file.data.headings ?? []).filter(({ id }) => id !== node.properties.id)
}

const serialize = (nodes: readonly RootContent[]) =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true }).trim()

const paragraph = (text: string) =>
  toHtml({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] })

function pluginFailure(page: Page, cause: unknown): SiteError {
  if (cause instanceof VFileMessage) return new SiteError([explainMessage(cause, page)], { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new SiteError(
    {
      code: 'markdown/plugin',
      message: `Cannot render the Markdown: a plugin threw "${reason}"`,
      hint: 'Take the remark and rehype plugins out of the config one by one to find it',
      place: { path: page.source?.path ?? page.id },
    },
    { cause },
  )
}
