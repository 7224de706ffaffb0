import type { Page } from '../content/page.ts'
import type { Heading } from './rehype-headings.ts'

/** A page whose body is HTML now. */
export type Rendered = {
  readonly page: Page
  readonly html: string
  readonly headings: readonly Heading[]
  /** HTML of block elements, without ids. */
  readonly summary: string
  /** Whether the page goes on behind its summary. */
  readonly truncated: boolean
  readonly words: number
}
