import type { Properties } from 'hast'
import type { HighlightConfig } from '../../config/markdown-config.ts'

/** How one block of code is printed. Lines are counted from 1, whatever number the first one shows. */
export type FenceOptions = {
  readonly lineNumbers: HighlightConfig['lineNumbers']
  readonly lineNumberStart: number
  readonly anchorLineNumbers: boolean
  /** What stands before the number in a line's id, without the hyphen. */
  readonly lineAnchors: string
  readonly marked: readonly LineRange[]
  /** Without colours (Hugo's `noHl`). */
  readonly plain: boolean
  /** In the sentence, not as a block (`hl_inline`; for the shortcode). */
  readonly inline: boolean
  /** The author's own: id, class, title, data-… */
  readonly attributes: Properties
}

export type LineRange = { readonly first: number; readonly last: number }
