import type { PluggableList } from 'unified'

/** How Markdown is read: `markdown` in the config. */
export type UserMarkdown = {
  /** Run on the Markdown tree, after GFM. Any plugin of remark's; what one of your own may read: docs/plugins.md. */
  readonly remarkPlugins?: PluggableList
  /** Run on the HTML tree, before headings get their anchors and code its colours. Any plugin of rehype's. */
  readonly rehypePlugins?: PluggableList
  /** `remark` has every page read by remark-parse. Default: `native`, several times faster, and the same HTML. */
  readonly parser?: 'native' | 'remark'
  /** Curly quotes, dashes, ellipses. Default: true. */
  readonly typographer?: boolean
  /** `:smile:`. Default: false. */
  readonly emoji?: boolean
  /** Default: true. */
  readonly definitionLists?: boolean
  /** `## Heading {#id .class}` (true by default), and `{.class}` on the line after a block (false). */
  readonly attributes?: { readonly headings?: boolean; readonly blocks?: boolean }
  /** Formulas between `$$`, `\[` and `\]`, `\(` and `\)`, or the delimiters given. Default: false. */
  readonly math?:
    | boolean
    | {
        readonly block?: readonly (readonly [string, string])[]
        readonly inline?: readonly (readonly [string, string])[]
      }
  /** `[[page]]` and `[[page|text]]`. Default: false. */
  readonly wikilinks?: boolean
  /** HTML in posts passes. Where it does not, each place that lost something is told. Default: true. */
  readonly rawHtml?: boolean
  /** A line end is a `<br>`. Default: false. */
  readonly hardWraps?: boolean
  /** Default: `github`. */
  readonly headingIds?: 'github' | 'github-ascii' | 'blackfriday'
  /** For every fence that says nothing else. */
  readonly highlight?: {
    readonly lineNumbers?: false | 'inline' | 'table'
    readonly anchorLineNumbers?: boolean
    readonly lineNumberStart?: number
  }
  /** Which headings a contents list holds. Default: 2 to 3. */
  readonly contents?: {
    readonly startLevel?: number
    readonly endLevel?: number
    readonly ordered?: boolean
  }
  /** Words of a summary that is taken by itself. Default: 70. */
  readonly summaryLength?: number
}
