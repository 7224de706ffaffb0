import type { ShortcodeArguments } from './parse-shortcodes.ts'

/** Gives the HTML that a call stands for, or what is wrong with its arguments. */
export type Shortcode = (call: ShortcodeArguments) => string | ShortcodeRefusal

export type ShortcodeRefusal = { readonly reason: string; readonly hint: string }
