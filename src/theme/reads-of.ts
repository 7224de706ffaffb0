import { builtinModules } from 'node:module'
import type { Theme, ThemeReads } from './theme.ts'

/** Modules of Node's that give the same for the same. */
const PURE = new Set(['assert', 'buffer', 'path', 'querystring', 'string_decoder', 'url', 'util'])

const CLOCK =
  /\bDate\(\s*\)|\bnew Date\b(?!\s*\()|\bDate\.now\b|\bMath\.random\b|\bperformance\b|\bTemporal\.Now\b|\.format(?:ToParts)?\(\s*\)|\bcrypto\b/

const WORLD = /\bprocess\.(?!env\.NODE_ENV\b)|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b|\bimport\.meta\b/

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|require\w*\s*\(\s*)["']([^"']+)["']/g

/**
 * What a theme's bundled code may read beside what it is given. It goes by names, and rather sees too much in a text
 * than too little: what reads the world is rendered in every build, what reads the clock on every day.
 */
export function readsOf(bundle: string): ThemeReads {
  const code = bundle.replace(/^\/\/# sourceMappingURL=.*$/m, '')
  const imported = [...code.matchAll(IMPORT)].map(([, name = '']) => name.replace(/^node:/, ''))
  if (WORLD.test(code) || imported.some((name) => builtinModules.includes(name) && !PURE.has(name)))
    return 'world'
  return CLOCK.test(code) ? 'clock' : 'props'
}

/** What of the build's moment counts for a theme: all of it, the day (UTC), or nothing. */
export function momentFor({ reads }: Pick<Theme, 'reads'>, now: number): string {
  if (reads === 'props') return ''
  const moment = new Date(now).toISOString()
  return reads === 'clock' ? moment.slice(0, 10) : moment
}

/** Of all that a theme's shortcodes can give another body by, at a moment. */
export const shortcodesKey = (
  { shortcodes, reads }: Pick<Theme, 'shortcodes' | 'reads'>,
  now: number,
): string =>
  Object.keys(shortcodes.shortcodes).length === 0
    ? shortcodes.digest
    : `${shortcodes.digest} ${momentFor({ reads }, now)}`
