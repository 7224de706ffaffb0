import type { Site } from '../../content/site.ts'
import type { ResolvedRef } from '../shortcodes/environment.ts'
import type { RefOptions, ShortcodePage } from '../shortcodes/shortcode-call.ts'

/**
 * What a page may ask of the world around it while it is rendered. Whatever is asked is noted with its answer, so
 * that the body is made again when the answer has changed, and only then.
 */
export type Inquiry = {
  /** The URL of the page or file at a path, as a link means it. */
  readonly link: (path: string) => string | undefined
  /** The URL of the page that a wikilink names. */
  readonly name: (name: string) => string | undefined
  /** The URL of the page that a shortcode refers to, or why there is none. */
  readonly ref: (path: string, options: RefOptions) => ResolvedRef
  /** A page by its path, seen from this one or from the root. */
  readonly page: (path: string) => ShortcodePage | undefined
  /** The regular pages in the order of lists. */
  readonly pages: () => readonly ShortcodePage[]
  /** The site's title, which may be that of the home page. */
  readonly title: () => string
  /** What lies in `data/`. */
  readonly data: () => Site['data']
  /** A string of the i18n tables; the key itself where there is none. */
  readonly text: (key: string, context?: unknown) => string
  /** Says that a file was read, absolute or relative to the site's folder, whether it was there or not. */
  readonly file: (path: string) => void
  /** Says that there is something that nobody can ask about later, such as an answer of another site's. */
  readonly again: () => void
}

/** Who is told, for one page. */
export type Witness = {
  readonly note: (question: string, answer: string) => void
  readonly again: () => void
}
