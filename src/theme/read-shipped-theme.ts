import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from '../base/digest-of.ts'
import { readIfThere } from '../base/read-if-there.ts'
import type { ThemeFiles } from './list-theme-files.ts'

/** A theme that was bundled when Inkseal was packed: `theme.json` beside `layouts.mjs`. */
export type ShippedTheme = {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  readonly files: readonly { readonly path: string; readonly base64: string }[]
  /** Every file of the theme's folder, by its path there with `/` → digest of its bytes. */
  readonly inputs: Readonly<Record<string, string>>
}

/** Made by `npm run dist`; the sources have none. */
const shippedThemes = fileURLToPath(new URL('../themes/', import.meta.url))

/** Themes of the package; the same two folders up from the sources and from the compiled package. */
const ownThemes = fileURLToPath(new URL('../../themes/', import.meta.url))

/**
 * Gives the bundle that came with Inkseal, where the theme is Inkseal's own, as it came, and the site has no layouts
 * of its own: then nothing has to be bundled. `module` is the file to import, `code` its text.
 */
export async function readShippedTheme(
  folder: string,
  { all }: ThemeFiles,
): Promise<(ShippedTheme & { readonly code: string; readonly module: string }) | undefined> {
  const shipped = path.join(shippedThemes, path.basename(folder))
  const facts = await readIfThere(path.join(shipped, 'theme.json'))
  if (!facts || folder !== path.join(ownThemes, path.basename(folder))) return undefined
  // We alone write it, when the package is made.
  const theme: ShippedTheme = JSON.parse(facts.toString())
  if (!(await isAsItCame(folder, all, theme.inputs))) return undefined
  const module = path.join(shipped, 'layouts.mjs')
  return { ...theme, code: await readFile(module, 'utf8'), module }
}

async function isAsItCame(
  folder: string,
  files: readonly string[],
  inputs: ShippedTheme['inputs'],
): Promise<boolean> {
  if (files.length !== Object.keys(inputs).length) return false
  const same = await Promise.all(
    files.map(async (file) => {
      const name = path.relative(folder, file).replaceAll(path.sep, '/')
      return Object.hasOwn(inputs, name) && inputs[name] === digestOf(await readFile(file))
    }),
  )
  return same.every(Boolean)
}
