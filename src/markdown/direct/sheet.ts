import type { Definition, Nodes, Parents } from 'mdast'
import type { MarkdownConfig } from '../../config/markdown-config.ts'
import type { Heading } from '../rehype-headings.ts'
import type { PageLink } from '../rendered.ts'

/** Where a piece of the HTML is another in a summary, or in what Hugo counts the words of a summary in. */
export type Variant = {
  readonly start: number
  readonly end: number
  readonly summary?: string
  readonly hugo?: string | (() => string)
}

/** What a document's writers know, and what they have written. They fill it from its beginning to its end. */
export type Sheet = {
  readonly markdown: MarkdownConfig
  /** The document's text, and its name. */
  readonly source: { readonly path: string; readonly text: string }
  /** The text that positions in the tree are of: blank lines stand for the front matter. */
  readonly text: string
  readonly definitions: ReadonlyMap<string, Definition>
  readonly resolve: (path: string) => string | undefined
  /** The page's own address, that a link to a place on the page begins with where it stands in a summary. */
  readonly url: string
  /** Writes a node, and the nodes in one. */
  readonly write: (node: Nodes, sheet: Sheet, parent: Parents) => void
  readonly writeAll: (parent: Parents, sheet: Sheet) => void
  /** Whether links are left out, as in the outline of a heading. */
  readonly isOutline: boolean

  /** The block of the document that is being written. */
  block: Nodes | undefined
  html: string
  /** What a reader would count the words of; how much white space there is means nothing. */
  words: string
  links: PageLink[]
  ids: Set<string>
  headings: Heading[]
  /** In the order of their places, none in another. */
  variants: Variant[]
  /** Where the mark of a summary's end stands. */
  mark: Mark | undefined
  /** The ids of headings, and from where on to look for one that is free. */
  taken: Set<string>
  counts: Map<string, number>
  /** An HTML parser takes the line end away that code begins with, where there is HTML to be parsed. */
  hasHtml: boolean
  hasBlankCode: boolean
  /** Elements of raw HTML that are open, and how many of them were before the node that is being written. */
  tags: string[]
  tagsOutside: number
  /** Whether what is being written is in a link. */
  isInLink: boolean
  tables: number
  fences: number
  /** What was met that cannot be written this way: all that was written is void. */
  unfit: string | undefined
}

/** The mark's place in the HTML, in which it is printed; and whether it stands in a paragraph. */
export type Mark = { readonly start: number; readonly end: number; readonly isInParagraph: boolean }

/** Gives up: the page is left to the long way. */
export function giveUp(sheet: Sheet, what: string): void {
  sheet.unfit ??= what
}
