import type { FrontMatter } from './matter/front-matter.ts'

export type PageKind = 'home' | 'section' | 'page' | 'taxonomy' | 'term'

/** Whether readers may see a page at the build's moment. All but `published` are left out unless asked for. */
export type PageState = 'published' | 'draft' | 'future' | 'expired'

/** One page of the site, its body not yet rendered. */
export type Page = {
  /** The source's path inside the content folder; for pages without a file, the path that one would have. */
  readonly id: string
  readonly kind: PageKind
  /** The code of its language. */
  readonly language: string
  /** The logical path, lower-cased and without ending and language: `/posts/a`; that of the home page is `/`. */
  readonly path: string
  /** `leaf` for `index.md`, `branch` for `_index.md`. */
  readonly bundle: 'leaf' | 'branch' | undefined
  /** The content type: front matter, else the section, else `page`. */
  readonly type: string
  /** How the body is written. */
  readonly format: 'markdown' | 'html'
  /** Path with a leading slash, and a trailing one unless it names a file. Not percent-encoded. */
  readonly url: string
  /** Never empty: front matter, else the first heading, else the file's name. */
  readonly title: string
  /** The line of the file on which the heading begins that gave the title; undefined where none did. */
  readonly titleLine: number | undefined
  /** The first folder of its path; empty for the home page and for pages beside it. */
  readonly section: string
  readonly state: PageState
  readonly matter: FrontMatter
  /** Markdown, and the line of the file on which it begins (from 1). The text is read when it is asked for. */
  readonly body: string
  readonly bodyLine: number
  /** What tells the body's likes from others (`sketchText`); undefined for a few words. */
  readonly sketch: string | undefined
  /** Of all that the page says, its body included, and of its state. */
  readonly digest: string
  /** Undefined for a page that only exists because others need it: a section or a term without `_index.md`. */
  readonly source: PageSource | undefined
}

export type PageSource = {
  /** As the author knows it, relative to the site's folder: `content/posts/a.md`. */
  readonly path: string
  /** The whole file. It is read when it is asked for: whoever copies the source with `...` loses it. */
  readonly text: string
  readonly body: string
  /** Of the file. */
  readonly digest: string
}

/** What a page's file says, at any moment, and where the text stands. */
export type PageRecord = Omit<Page, 'state' | 'body' | 'digest' | 'source'> & {
  /** The file's digest, and where in its text the body begins; undefined where there is no file. */
  readonly text: { readonly digest: string; readonly bodyStart: number } | undefined
}
