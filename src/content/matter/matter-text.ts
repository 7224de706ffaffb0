import type { PageSource } from '../page.ts'
import { type SplitText, splitMatter } from './split-matter.ts'

/** A file with its front matter, for messages that name a place in it. */
export type MatterText = {
  /** As its author knows it. */
  readonly path: string
  readonly text: string
  readonly split: SplitText
}

/** The front matter of a page's file, taken apart once more. */
export const matterTextOf = ({ path, text }: Pick<PageSource, 'path' | 'text'>): MatterText => ({
  path,
  text,
  split: splitMatter(path, text),
})
