/** A theme's `theme.ts`. Layouts and components are found by their place; this says what else it has. */
export type ThemeDefinition = {
  readonly name: string
  /** Style sheets, relative to the theme's folder; each is bundled and fingerprinted, and linked on every page. */
  readonly styles?: readonly string[]
  /** Scripts (modules), likewise. */
  readonly scripts?: readonly string[]
}

export const defineTheme = (theme: ThemeDefinition): ThemeDefinition => theme
