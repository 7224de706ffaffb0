/** What a shortcode threw without meaning to, and where in its own file. */
export class ShortcodeFailure extends Error {
  override readonly name = 'ShortcodeFailure'
  /** `layouts/shortcodes/note.tsx:3:9` */
  readonly where: string

  constructor(where: string, cause: unknown) {
    super((cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, ''), { cause })
    this.where = where
  }
}
