import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type DataMap, VFile } from 'vfile'
import type { Diagnostic } from '../base/diagnostic.ts'
import { encodePath } from '../base/encode-path.ts'
import type { Config } from '../config/config.ts'
import type { Page } from '../content/page.ts'
import { collectReferences } from './collect-references.ts'
import { countWords, isCjk } from './count-words.ts'
import { createContents } from './create-contents.ts'
import type { MarkdownProcessor } from './create-processor.ts'
import { explainMessage } from './explain-message.ts'
import { plainText } from './plain-text.ts'
import type { Rendered } from './rendered.ts'
import { summarize } from './summary/summarize.ts'

export type RenderOutcome = {
  /** With errors, what there is: for those who link to the page, and not to be published. */
  readonly rendered: Rendered
  readonly warnings: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
  /** The files that plugins have read for it, as they call them. */
  readonly dependsOn: readonly string[]
}

export type RenderTools = { readonly processor: MarkdownProcessor; readonly config: Config }

/** Renders a page. Throws what a plugin throws. */
export async function renderPage(page: Page, { processor, config }: RenderTools): Promise<RenderOutcome> {
  const file = fileOf(page)
  const tree = await runOn(file, processor)
  const diagnostics = file.messages.flatMap((message) => judge(explainMessage(message, page), config))
  const title = findTitle(tree, page)
  const text = plainText(tree)
  const cjk = page.matter.isCjk ?? (config.hasCjk && isCjk(text))
  const url = encodePath(page.url)
  const summary = summarize(tree, { length: config.markdown.summaryLength, cjk, url, title })
  const given = summary.isMarked ? undefined : page.matter.summary
  const references = collectReferences(tree, { path: file.path, text: page.source?.text ?? String(file) })
  tree.children = tree.children.filter((node) => node !== title)
  const { headings: all = [], dependsOn = [] } = file.data
  const titleHeading = all.find(({ id }) => id === title?.properties.id)
  const headings = all.filter((heading) => heading !== titleHeading)
  const rendered: Rendered = {
    page,
    html: processor.stringify(tree, file),
    titleHeading,
    headings,
    contents: createContents(headings, config.markdown.contents),
    summary:
      given === undefined
        ? serialize(summary.nodes)
        : await renderSummary(given, page, { processor, dependsOn }),
    truncated: given === undefined && summary.truncated,
    words: countWords(text, { cjk }),
    cjk: isCjk(page.body),
    ...references,
    assets: [],
  }
  return {
    rendered,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    dependsOn,
  }
}

/** A name that leads nowhere is as grave as any link that does. */
function judge(diagnostic: Diagnostic, { brokenLinks }: Config): readonly Diagnostic[] {
  if (diagnostic.code !== 'markdown/wikilink') return [diagnostic]
  return brokenLinks === 'ignore' ? [] : [{ ...diagnostic, severity: brokenLinks }]
}

declare module 'vfile' {
  interface DataMap {
    page: Page
    /** How the file is written. Default: `markdown`. */
    format: Page['format']
    /**
     * The files that a plugin reads, absolute or relative to the site's folder: it adds them here, and the page is
     * rendered again when one has changed. There is a list in every file of a page.
     */
    dependsOn: string[]
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
    data: { page, format: page.format, dependsOn: [] },
  })
}

/** The heading that gives the page its title, where the body begins with it: further down it belongs to what surrounds it. */
function findTitle(tree: Root, { titleLine }: Page): Element | undefined {
  if (titleLine === undefined) return undefined
  const first = tree.children.find(
    (node) => node.type !== 'comment' && !(node.type === 'text' && node.value.trim() === ''),
  )
  if (first?.type !== 'element' || first.tagName !== 'h1') return undefined
  return first.position?.start.line === titleLine ? first : undefined
}

type SummaryTools = Pick<RenderTools, 'processor'> & Pick<DataMap, 'dependsOn'>

/** The front matter's summary is Markdown as well, as in Hugo; what is wrong with it is no concern of the body's. */
async function renderSummary(
  text: string,
  page: Page,
  { processor, dependsOn }: SummaryTools,
): Promise<string> {
  const file = new VFile({ path: page.source?.path ?? page.id, value: text, data: { page, dependsOn } })
  const tree = await runOn(file, processor)
  return serialize(
    summarize(tree, { length: Number.POSITIVE_INFINITY, cjk: false, url: encodePath(page.url) }).nodes,
  )
}

const serialize = (nodes: readonly ElementContent[]) =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true }).trim()
