import type { ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Config } from '../config/config.ts'
import type { Page } from '../content/page.ts'
import { collectReferences } from './collect-references.ts'
import { countWords, isCjk } from './count-words.ts'
import { createContents } from './create-contents.ts'
import type { MarkdownProcessor } from './create-processor.ts'
import { explainMessage } from './explain-message.ts'
import { plainText } from './plain-text.ts'
import type { Rendered } from './rendered.ts'
import { summarize } from './summarize.ts'

export type RenderOutcome = {
  /** With errors, what there is: for those who link to the page, and not to be published. */
  readonly rendered: Rendered
  readonly warnings: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
}

export type RenderTools = { readonly processor: MarkdownProcessor; readonly config: Config }

/** Renders a page. Throws what a plugin throws. */
export async function renderPage(page: Page, { processor, config }: RenderTools): Promise<RenderOutcome> {
  const file = fileOf(page)
  const tree = await runOn(file, processor)
  const diagnostics = file.messages.map((message) => explainMessage(message, page))
  removeTitle(tree, file, page)
  const text = plainText(tree)
  const cjk = page.matter.isCjk ?? (config.hasCjk && isCjk(text))
  const summary = summarize(tree, { length: config.markdown.summaryLength, cjk })
  const given = summary.isMarked ? undefined : page.matter.summary
  const headings = file.data.headings ?? []
  const rendered: Rendered = {
    page,
    html: processor.stringify(tree, file),
    headings,
    contents: createContents(headings, config.markdown.contents),
    summary: given === undefined ? serialize(summary.nodes) : await renderSummary(given, page, processor),
    truncated: summary.truncated || given !== undefined,
    // Nobody who writes Chinese means a post to be one word, whether or not she says so.
    words: countWords(text, { cjk: page.matter.isCjk ?? isCjk(text) }),
    ...collectReferences(tree, { path: file.path, text: page.source?.text ?? String(file) }),
    assets: [],
  }
  return {
    rendered,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
  }
}

declare module 'vfile' {
  interface DataMap {
    page: Page
    /** How the file is written. Default: `markdown`. */
    format: Page['format']
  }
}

async function runOn(file: VFile, processor: MarkdownProcessor): Promise<Root> {
  const tree = await processor.run(processor.parse(file), file)
  // A plugin may give another node back than the one that it was given.
  if (tree.type !== 'root') throw new TypeError('it gave back something else than a whole tree')
  return tree
}

/** The body at its own lines: blank ones stand for the front matter, so that every position holds for the author. */
function fileOf(page: Page): VFile {
  const value = '\n'.repeat(page.bodyLine - 1) + page.body
  return new VFile({
    path: page.source?.path ?? page.id,
    value,
    data: { page, format: page.format },
  })
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

/** The front matter's summary is Markdown as well, as in Hugo; what is wrong with it is no concern of the body's. */
async function renderSummary(text: string, page: Page, processor: MarkdownProcessor): Promise<string> {
  const file = new VFile({ path: page.source?.path ?? page.id, value: text, data: { page } })
  const tree = await runOn(file, processor)
  return serialize(summarize(tree, { length: Number.POSITIVE_INFINITY, cjk: false }).nodes)
}

const serialize = (nodes: readonly ElementContent[]) =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true }).trim()
