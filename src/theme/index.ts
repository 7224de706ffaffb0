export type { ShortcodeCall as ShortcodeProps } from '../markdown/shortcodes/shortcode-call.ts'
export { defineTheme, type ThemeDefinition } from './define-theme.ts'
export type * from './props.ts'
