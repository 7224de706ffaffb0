import type { Place } from '../base/diagnostic.ts'
import type { Page } from '../content/page.ts'
import type { ContentsEntry } from './create-contents.ts'
import type { Heading } from './rehype-headings.ts'

export type PageLink = {
  readonly kind: 'link' | 'image' | 'media'
  /** As it is written, its shortcodes expanded. */
  readonly target: string
  /** What it was resolved to, percent-encoded, with query and fragment; the target itself where it was left as it is. */
  readonly url: string
  /** Where in the source; undefined for what a plugin or a shortcode made. */
  readonly place: Place | undefined
}

/**
 * A page whose body is HTML now. A large part of it is read when it is asked for: `html` each time, so that not every
 * page's is in memory. Whoever copies it with `...` loses that part.
 */
export type Rendered = {
  readonly page: Page
  /** Another one for every other body. */
  readonly digest: string
  readonly html: string
  /**
   * The heading that gives the page its title, where the body begins with it. Layouts show titles, so it is not in
   * `html`, `headings` or `summary`; its id is in `ids`, and its words are counted.
   */
  readonly titleHeading: Heading | undefined
  readonly headings: readonly Heading[]
  /** The headings of the levels that the config's `markdown.contents` asks for, nested. */
  readonly contents: readonly ContentsEntry[]
  /** HTML of block elements, without ids. */
  readonly summary: string
  /** Whether the page goes on behind its summary. */
  readonly truncated: boolean
  readonly words: number
  /** Whether the body as it is written holds letters of Chinese, Japanese or Korean. */
  readonly cjk: boolean
  /** What the body refers to, in document order. */
  readonly links: readonly PageLink[]
  /** Every id in the body, that a fragment may name. */
  readonly ids: ReadonlySet<string>
  /** Names of what the page needs beside the theme's styles, such as `math`. */
  readonly assets: readonly string[]
}
