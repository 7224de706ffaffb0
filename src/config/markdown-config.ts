import type { PluggableList } from 'unified'

/** How Markdown is read, with every default filled in. Names in brackets are Hugo's. */
export type MarkdownConfig = {
  readonly remarkPlugins: PluggableList
  readonly rehypePlugins: PluggableList
  /** `native`: satteri, with remark-parse where it must be. `remark`: remark-parse for every page. */
  readonly parser: 'native' | 'remark'
  /** Curly quotes, dashes, ellipses (markup.goldmark.extensions.typographer). Default: true. */
  readonly typographer: boolean
  /** `:smile:` (enableEmoji). Default: false. */
  readonly emoji: boolean
  /** PHP Markdown Extra's (markup.goldmark.extensions.definitionList). Default: true. */
  readonly definitionLists: boolean
  /** `{#id .class key=value}` (markup.goldmark.parser.attribute: title, block). Defaults: true, false. */
  readonly attributes: { readonly headings: boolean; readonly blocks: boolean }
  /** `$$…$$`, `\[…\]`, `\(…\)` set by KaTeX at build time (markup.goldmark.extensions.passthrough). */
  readonly math: MathDelimiters | undefined
  /** `[[page]]` and `[[page|text]]`. Default: false. */
  readonly wikilinks: boolean
  /** Raw HTML passes (markup.goldmark.renderer.unsafe); else it is left out, and each place is told. Default: true. */
  readonly rawHtml: boolean
  /** A single line end is a `<br>` (markup.goldmark.renderer.hardWraps). Default: false. */
  readonly hardWraps: boolean
  /** How heading ids are made (markup.goldmark.parser.autoHeadingIDType). Default: github. */
  readonly headingIds: 'github' | 'github-ascii' | 'blackfriday'
  readonly highlight: HighlightConfig
  /** Which headings a contents list holds (markup.tableOfContents). Defaults: 2, 3, false. */
  readonly contents: { readonly startLevel: number; readonly endLevel: number; readonly ordered: boolean }
  /** Words of a summary that is taken by itself. Default: 70. */
  readonly summaryLength: number
}

/** Pairs of an opening and a closing delimiter. */
export type MathDelimiters = {
  readonly block: readonly (readonly [string, string])[]
  readonly inline: readonly (readonly [string, string])[]
}

/** Defaults for every fence; a fence's own options go before them (markup.highlight). */
export type HighlightConfig = {
  /** `table` lays numbers and code side by side. Default: false. */
  readonly lineNumbers: false | 'inline' | 'table'
  readonly anchorLineNumbers: boolean
  readonly lineNumberStart: number
}

export const defaultMarkdown: MarkdownConfig = {
  remarkPlugins: [],
  rehypePlugins: [],
  parser: 'native',
  typographer: true,
  emoji: false,
  definitionLists: true,
  attributes: { headings: true, blocks: false },
  math: undefined,
  wikilinks: false,
  rawHtml: true,
  hardWraps: false,
  headingIds: 'github',
  highlight: { lineNumbers: false, anchorLineNumbers: false, lineNumberStart: 1 },
  contents: { startLevel: 2, endLevel: 3, ordered: false },
  summaryLength: 70,
}
