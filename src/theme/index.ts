export { defineTheme, type ThemeDefinition } from './define-theme.ts'
export type * from './props.ts'
