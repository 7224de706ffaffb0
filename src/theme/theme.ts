import type { ComponentType } from 'preact'
import type { Shortcode } from '../markdown/shortcodes/shortcode.ts'

/** A theme, loaded. */
export type Theme = {
  readonly name: string
  /** By name: `home`, `page`, `list`, `terms`, `404` and whatever else the site or the theme has. */
  readonly layouts: Readonly<Record<string, ComponentType<never>>>
  /** The shortcodes of the site and of the theme. */
  readonly shortcodes: ThemeShortcodes
  /** URL paths of the bundled style sheets and scripts, in the theme's order. */
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  /** What the theme publishes: bundles and what they refer to, and its static files. */
  readonly files: readonly ThemeFile[]
  /** Of all that a document can come out otherwise by: the code, and the URLs of styles and scripts, which hold digests. */
  readonly digest: string
  /** What the code reads beside what it is given. */
  readonly reads: ThemeReads
}

/** `world`: files, the network, the environment. */
export type ThemeReads = 'props' | 'clock' | 'world'

export type ThemeShortcodes = {
  readonly shortcodes: Readonly<Record<string, Shortcode>>
  /** Go templates by the name of their shortcode: files relative to the site's folder. */
  readonly templates: ReadonlyMap<string, string>
  /** Of all that a body can come out otherwise by. */
  readonly digest: string
}

export type ThemeFile = {
  /** Relative, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** True where the path holds a fingerprint of the bytes. */
  readonly immutable: boolean
}

/** Every theme must have these; a site may replace each by a file of the same name in its own `layouts/`. */
export const requiredLayouts = ['home', 'page', 'list', 'terms', '404'] as const
