import type { ShortcodeArguments } from './shortcode-call.ts'

/** One shortcode tag in a text. Offsets are in UTF-16 units from the text's start. */
export type ShortcodeTag = {
  /** `broken` has a mistake in it, which was told. */
  readonly type: 'call' | 'close' | 'escaped' | 'broken'
  /** `<` leaves the output alone, `%` takes it as Markdown. */
  readonly delimiter: '<' | '%'
  readonly start: number
  readonly end: number
  readonly name: string
  readonly arguments: ShortcodeArguments
  /** Where each argument begins, by name or number. */
  readonly offsets: ReadonlyMap<string | number, number>
  /** Whether it ends in `/>}}`. */
  readonly closesItself: boolean
  /** What an escaped tag prints. */
  readonly text: string
}

/** Something that begins as a shortcode and does not go on as one. */
export type ShortcodeMistake = { readonly offset: number; readonly reason: string; readonly hint: string }
