import type { Place } from '../../base/diagnostic.ts'

/** Bare numbers, `true` and `false` come typed, as Hugo types them; everything in quotes is a string. */
export type ShortcodeValue = string | number | boolean

/** All positional or all named: one of the two is empty. */
export type ShortcodeArguments = {
  readonly positional: readonly ShortcodeValue[]
  readonly named: Readonly<Record<string, ShortcodeValue>>
}

/** The call that a call stands in. */
export type ShortcodeParent = {
  readonly name: string
  readonly arguments: ShortcodeArguments
  readonly get: (key: string | number) => ShortcodeValue | undefined
  /** How many calls stand before it beside it. */
  readonly ordinal: number
  readonly parent: ShortcodeParent | undefined
}

/** A page as shortcodes see it. */
export type ShortcodePage = {
  readonly title: string
  /** URL path. */
  readonly url: string
  readonly description: string | undefined
  readonly date: Date | undefined
  /** Year, month and the like are the site's to show: this one is as the author gave it. */
  readonly lastmod: Date | undefined
  readonly draft: boolean
  /** The code of its language: `en`. */
  readonly language: string
  readonly kind: string
  /** The first folder of its path; empty for pages beside the home page. */
  readonly section: string
  /** Terms by the plural name of their taxonomy, as the author wrote them. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  /** What the front matter holds beside the fields that have a meaning. Keys are in lower case. */
  readonly params: Readonly<Record<string, unknown>>
}

/** The site as shortcodes see it. */
export type ShortcodeSite = {
  readonly title: string
  /** Absolute, without a trailing slash. */
  readonly url: string
  /** BCP 47. */
  readonly language: string
  readonly timeZone: string
  readonly params: Readonly<Record<string, unknown>>
  /** What lies in `data/`: `data/authors/ada.yaml` → `data.authors.ada`. */
  readonly data: Readonly<Record<string, unknown>>
  /** The regular pages in the order of lists. */
  readonly pages: readonly ShortcodePage[]
  /** A page by its path, `/posts/a` or `a.md`, seen from the calling page or from the root (Hugo's `GetPage`). */
  readonly getPage: (path: string) => ShortcodePage | undefined
  /** A string of the i18n tables; the key itself where there is none. */
  readonly t: (key: string, context?: unknown) => string
}

/**
 * Everything that a shortcode is given: the props of a component in `layouts/shortcodes/`.
 *
 * A page that was rendered is not rendered again while nothing has changed that it depends on. What a call takes from
 * here is known, and so is the component's own code with all that it imports; for anything else that it reads there
 * are `dependsOn` and `everyBuild`.
 */
export type ShortcodeCall = {
  readonly name: string
  readonly arguments: ShortcodeArguments
  /** An argument by its name, or by its number from 0; undefined where it is not given. */
  readonly get: (key: string | number) => ShortcodeValue | undefined
  /** What stands between the tags, as it is written, calls in it expanded. Empty without a closing tag. */
  readonly inner: string
  /** The same without the white space at the start of lines that the tag itself stands behind. */
  readonly innerDeindent: string
  /** How many calls stand before this one, beside it: on the page, or in the same parent. */
  readonly ordinal: number
  readonly parent: ShortcodeParent | undefined
  readonly page: ShortcodePage
  readonly site: ShortcodeSite
  /** The page's own memory: what one call writes, a later one reads, in the order of the document. */
  readonly state: Map<string, unknown>
  /** Where the call stands in the author's file. */
  readonly place: Place
  /**
   * Markdown as HTML, to be put into JSX as it is: `<div>{markdownify(inner, 'block')}</div>`. It stands for HTML
   * that is made later, so there is no use in looking into it; in an attribute it is its plain text. Without
   * `'block'`, a text of one paragraph comes without its `<p>`.
   */
  readonly markdownify: (text: string, display?: 'inline' | 'block') => string
  /**
   * HTML to be put into JSX as it is: `<div>{raw(inner)}</div>`. In a call by `{{% %}}` it is Markdown instead:
   * its headings are in the contents list.
   */
  readonly raw: (html: string) => string
  /** Code as coloured HTML, with the options of a fence: `linenos=table,hl_lines=2-3`. */
  readonly highlight: (code: string, language: string, options?: string) => string
  /** HTML that takes time to make, put in its place by the end; it is used as `markdownify` is. */
  readonly later: (html: Promise<string>) => string
  /** The URL of the file or page at a path, seen from where the page's file lies; undefined where there is none. */
  readonly resource: (path: string) => string | undefined
  /** The URL of a page; `ref` is absolute. A page that does not exist is a mistake at the call's place. */
  readonly ref: (path: string, options?: RefOptions) => string
  readonly relref: (path: string, options?: RefOptions) => string
  /**
   * Says that the call depends on a file that it reads itself, absolute or relative to the site's folder: the page is
   * rendered again when its bytes are others.
   */
  readonly dependsOn: (file: string) => void
  /** Says that the call depends on what Inkseal cannot see, such as the clock or another site: the page is rendered in every build. */
  readonly everyBuild: () => void
  /** Ends the call with a mistake at its place: "Cannot use the shortcode "x": <reason>". */
  readonly fail: (reason: string, hint?: string) => never
  /** Tells the author of something that does not stop the build. */
  readonly warn: (reason: string, hint?: string) => void
}

export type RefOptions = {
  /** The code of another language. */
  readonly lang?: string
  /** `html`, or another format in which the page is published. */
  readonly outputFormat?: string
}
