import type { ShortcodeCall } from './shortcode-call.ts'

/** What a name stands for: a function that gives HTML, or one with more to say. */
export type Shortcode = ShortcodeFunction | ShortcodeDefinition

export type ShortcodeFunction = (call: ShortcodeCall) => string

export type ShortcodeDefinition = {
  /** Gives HTML; where there is none, `{{< >}}` gives what `markdown` gives, rendered. */
  readonly render?: ShortcodeFunction | undefined
  /** Gives Markdown for `{{% %}}`; where there is none, that of `render` is put into the Markdown. */
  readonly markdown?: ShortcodeFunction | undefined
  /**
   * Whether it takes text between two tags: true where it must have it (or close itself by `/>}}`), false where a
   * closing tag is a mistake, undefined where either will do.
   */
  readonly inner?: boolean | undefined
}

export const define = (shortcode: Shortcode): ShortcodeDefinition =>
  typeof shortcode === 'function' ? { render: shortcode } : shortcode
