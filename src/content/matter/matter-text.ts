import type { SplitText } from './split-matter.ts'

/** A file with its front matter, for messages that name a place in it. */
export type MatterText = {
  /** As its author knows it. */
  readonly path: string
  readonly text: string
  readonly split: SplitText
}
