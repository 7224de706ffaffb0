import type { Note } from '../base/workshop.ts'
import type { ListProps, NotFoundProps, PageProps, TermsProps } from '../theme/props.ts'

/** One document to be made by a layout. */
export type Document = {
  readonly url: string
  /** Which page of its list it is, from 1. */
  readonly number: number
  /** Whether it is the first page of a list that may have more. */
  readonly isList: boolean
  /** The code of its language. */
  readonly language: string
  readonly layout: string
  /** What is noted are the questions that a layout asks when it reads `related` or `backlinks`. */
  readonly props: (note?: Note) => PageProps | ListProps | TermsProps | NotFoundProps
  /**
   * A digest of all that its props are made of but for what is noted. For each prop there is a part of it:
   * - `site`, the layouts, styles and scripts: `EditionKeys.document`;
   * - `page`, and of `head` what the page says itself: `EditionKeys.entry` (the page, its body, its terms); beside it
   *   its section, its translations with their languages, and its list for a term;
   * - `head.image`: the card's path, and the addresses of the bundle's files;
   * - `previous`, `next`, `entries`, `terms`: what each of them shows; `pager`: itself.
   * What is only the config's (formats, languages, pagination, contents list) is in `ground`.
   */
  readonly key: () => string
  /** What a noted question is answered now. */
  readonly answer: (question: string) => string
  /** For messages. */
  readonly name: string
}
