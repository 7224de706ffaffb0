import type { Definition, Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { MarkdownConfig } from '../../config/markdown-config.ts'
import type { Body, BodyOptions } from '../body.ts'
import { countWords } from '../count-words.ts'
import type { LinkOptions } from '../rehype-links.ts'
import { visit } from '../visit.ts'
import { isPrinted } from './is-printed.ts'
import { giveUp, type Sheet } from './sheet.ts'
import { type Block, summarizeSheet } from './summarize-sheet.ts'
import { writeAll, writeNode } from './write-node.ts'

export type DirectOptions = LinkOptions & {
  readonly markdown: MarkdownConfig
  /** Hears of what is left to the pipeline, for measurements. */
  readonly onLeft?: ((what: string) => void) | undefined
}

/**
 * A document's tree as HTML, with all that a page needs to know of it, in one walk. Gives undefined where something in
 * it is not known here; the tree is as it was then.
 */
export function writeDocument(
  tree: Root,
  file: VFile,
  options: DirectOptions & BodyOptions,
): Body | undefined {
  // Calls stand in the text as placeholders, and are put in by the pipeline.
  if (file.data.shortcodes !== undefined || file.data.format === 'html') {
    options.onLeft?.('shortcodes, or a page of HTML')
    return undefined
  }
  const sheet = createSheet(tree, file, options)
  const blocks = writeBlocks(tree, sheet)
  if (sheet.hasHtml && sheet.hasBlankCode) giveUp(sheet, 'HTML, and code that begins with a blank line')
  if (sheet.unfit !== undefined) {
    options.onLeft?.(sheet.unfit)
    return undefined
  }
  const title = findTitle(blocks, options.titleLine)
  const { html, words, headings, links, ids } = sheet
  const cjk = options.isCjk(words)
  return {
    html: without(html, [title, sheet.mark]),
    titleHeading: title && headings[0],
    headings: title ? headings.slice(1) : headings,
    summary: summarizeSheet(sheet, { blocks, title, length: options.summaryLength, cjk }),
    words: countWords(words, { cjk }),
    links,
    ids,
  }
}

function createSheet(
  tree: Root,
  file: VFile,
  { markdown, url, text, resolve }: DirectOptions & BodyOptions,
): Sheet {
  const whole = String(file)
  return {
    markdown,
    source: { path: file.path, text },
    text: whole,
    definitions: definitionsOf(tree, whole),
    resolve: (path) => resolve(path, file),
    url,
    write: writeNode,
    writeAll,
    isOutline: false,
    block: undefined,
    html: '',
    words: '',
    links: [],
    ids: new Set(),
    headings: [],
    variants: [],
    mark: undefined,
    taken: new Set(),
    counts: new Map(),
    hasHtml: false,
    hasBlankCode: false,
    tags: [],
    tagsOutside: 0,
    isInLink: false,
    tables: 0,
    fences: 0,
    unfit: undefined,
  }
}

/** The first of those that have one name. */
function definitionsOf(tree: Root, text: string): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  if (!text.includes(']:')) return definitions
  visit(tree, 'definition', (node) => {
    const name = node.identifier.toUpperCase()
    if (!definitions.has(name)) definitions.set(name, node)
  })
  return definitions
}

type WrittenBlock = Block & { readonly node: Nodes }

function writeBlocks(tree: Root, sheet: Sheet): readonly WrittenBlock[] {
  const blocks: WrittenBlock[] = []
  for (const node of tree.children) {
    if (!isPrinted(node)) continue
    if (blocks.length > 0) {
      sheet.html += '\n'
      sheet.words += '\n'
    }
    sheet.block = node
    const start = sheet.html.length
    writeNode(node, sheet, tree)
    if (sheet.unfit !== undefined) break
    blocks.push({
      node,
      start,
      end: sheet.html.length,
      isComment: node.type === 'html' && /^\s*<!--/.test(node.value),
    })
  }
  return blocks
}

/** The heading that gives the page its title, where the body begins with it. */
function findTitle(blocks: readonly WrittenBlock[], titleLine: number | undefined): Block | undefined {
  if (titleLine === undefined) return undefined
  const first = blocks.find(({ isComment }) => !isComment)
  if (first?.node.type !== 'heading' || first.node.depth !== 1) return undefined
  return first.node.position?.start.line === titleLine ? first : undefined
}

type Part = { readonly start: number; readonly end: number }

/** The HTML without some parts of it. */
function without(html: string, parts: readonly (Part | undefined)[]): string {
  let text = ''
  let from = 0
  for (const part of parts.filter((part) => part !== undefined).sort((a, b) => a.start - b.start)) {
    text += html.slice(from, part.start)
    from = part.end
  }
  return text + html.slice(from)
}
