import type { Shortcode } from './shortcode.ts'
import { youtube } from './youtube.ts'

/** The shortcodes that every site has, by name. */
export const builtIn: Readonly<Record<string, Shortcode>> = { youtube }
