import { type DataMap, VFile } from 'vfile'
import type { Diagnostic } from '../base/diagnostic.ts'
import { encodePath } from '../base/encode-path.ts'
import type { Config } from '../config/config.ts'
import type { Page } from '../content/page.ts'
import type { Body, BodyOptions } from './body.ts'
import { bodyOfTree } from './body-of-tree.ts'
import { isCjk } from './count-words.ts'
import { createContents } from './create-contents.ts'
import type { MarkdownProcessor } from './create-processor.ts'
import type { DirectWriter } from './direct/create-direct-writer.ts'
import { explainMessage } from './explain-message.ts'
import type { Rendered } from './rendered.ts'

export type RenderOutcome = {
  /** With errors, what there is: for those who link to the page, and not to be published. */
  readonly rendered: Omit<Rendered, 'digest'>
  readonly warnings: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
  /** The files that plugins have read for it, as they call them. */
  readonly dependsOn: readonly string[]
}

export type RenderTools = {
  readonly processor: MarkdownProcessor
  /** Writes what it can of itself, without the pipeline. */
  readonly write?: DirectWriter | undefined
  readonly config: Config
}

/** Renders a page. Throws what a plugin throws. */
export async function renderPage(page: Page, tools: RenderTools): Promise<RenderOutcome> {
  const { config } = tools
  const { markdown, hasCjk } = config
  const file = fileOf(page)
  const url = encodePath(page.url)
  const { html, titleHeading, headings, summary, words, links, ids } = await bodyOf(file, tools, {
    url,
    text: page.source?.text ?? String(file),
    titleLine: page.titleLine,
    summaryLength: markdown.summaryLength,
    isCjk: (text) => page.matter.isCjk ?? (hasCjk && isCjk(text)),
  })
  const diagnostics = file.messages.flatMap((message) => judge(explainMessage(message, page), config))
  const { dependsOn = [] } = file.data
  const given = summary.isMarked ? undefined : page.matter.summary
  const rendered: RenderOutcome['rendered'] = {
    page,
    html,
    titleHeading,
    headings,
    contents: createContents(headings, markdown.contents),
    summary: given === undefined ? summary.html : await renderSummary(given, { page, url, tools, dependsOn }),
    truncated: given === undefined && summary.truncated,
    words,
    cjk: isCjk(page.body),
    links,
    ids,
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

/** By the short way where that knows all that is in the file, else by the pipeline. */
export async function bodyOf(
  file: VFile,
  { processor, write }: Pick<RenderTools, 'processor' | 'write'>,
  options: BodyOptions,
): Promise<Body> {
  const parsed = processor.parse(file)
  const written = write?.(parsed, file, options)
  if (written) return written
  const tree = await processor.run(parsed, file)
  // A plugin may give another node back than the one that it was given.
  if (tree.type !== 'root') throw new TypeError('it gave back something else than a whole tree')
  return bodyOfTree(tree, file, options)
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

type SummaryOptions = Pick<DataMap, 'dependsOn' | 'page'> & {
  readonly url: string
  readonly tools: RenderTools
}

/** The front matter's summary is Markdown as well, as in Hugo; what is wrong with it is no concern of the body's. */
async function renderSummary(text: string, { page, url, tools, dependsOn }: SummaryOptions): Promise<string> {
  const file = new VFile({ path: page.source?.path ?? page.id, value: text, data: { page, dependsOn } })
  const { summary } = await bodyOf(file, tools, {
    url,
    text,
    summaryLength: Number.POSITIVE_INFINITY,
    isCjk: () => false,
  })
  return summary.html
}
