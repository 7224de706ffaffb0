import type { References } from './collect-references.ts'
import type { Heading } from './rehype-headings.ts'

/** What there is to say of a document that is HTML now. */
export type Body = References & {
  /** Without the title's heading and the mark of the summary's end. */
  readonly html: string
  /** That gives the page its title. */
  readonly titleHeading: Heading | undefined
  /** The others. */
  readonly headings: readonly Heading[]
  readonly summary: BodySummary
  readonly words: number
}

export type BodySummary = {
  readonly html: string
  /** Whether the author says where it ends. */
  readonly isMarked: boolean
  /** Whether the page goes on behind it. */
  readonly truncated: boolean
}

export type BodyOptions = {
  /** The page's own address, percent-encoded. */
  readonly url: string
  /** The file as its author has it, that links are placed in. */
  readonly text: string
  /** The line on which the heading begins that gives the page its title. */
  readonly titleLine?: number | undefined
  readonly summaryLength: number
  /** Whether a text is in a language whose words are not set apart. */
  readonly isCjk: (text: string) => boolean
}
