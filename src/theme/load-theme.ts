import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ComponentType } from 'preact'
import { digestOf } from '../base/digest-of.ts'
import { readIfThere } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { writeAtomic } from '../base/write-atomic.ts'
import { bundleAssets, bundleLayouts } from './bundle-theme.ts'
import type { ThemeDefinition } from './define-theme.ts'
import { findTheme } from './find-theme.ts'
import { listThemeFiles, type ThemeFiles } from './list-theme-files.ts'
import { readShippedTheme } from './read-shipped-theme.ts'
import { readsOf } from './reads-of.ts'
import { requiredLayouts, type Theme, type ThemeFile, type ThemeShortcodes } from './theme.ts'
import {
  type CachedTheme,
  digestInputs,
  readThemeCache,
  themeCacheFile,
  writeThemeCache,
} from './theme-cache.ts'

export type LoadThemeOptions = {
  /** The site's folder. */
  readonly root: string
  readonly name: string
  /** Inkseal's version: another one bundles anew. */
  readonly version: string
}

/**
 * Bundles a theme, or takes it from the cache, and loads its layouts.
 *
 * @throws SiteError theme/missing, theme/invalid, theme/missing-layout
 */
export async function loadTheme({ root, name, version }: LoadThemeOptions): Promise<Theme> {
  const folder = await findTheme(root, name)
  const files = await listThemeFiles(folder, root)
  const missing = requiredLayouts.find((layout) => !files.layouts.has(layout))
  if (missing) throw missingLayout(missing, name)
  const shipped = await readShippedTheme(folder, files)
  const bundle = shipped ?? (await bundleOnce({ root, folder, files, version }))
  const { code, styles, scripts } = bundle
  const module = await importBundle(shipped?.module ?? (await keepBundle(root, code)))
  const digest = digestOf(JSON.stringify([code, styles, scripts]))
  return {
    name,
    layouts: checkLayouts(module.layouts, files, root),
    shortcodes: await loadShortcodes(module.shortcodes, { files, root, digest }),
    styles,
    scripts,
    digest,
    reads: readsOf(code),
    files: [
      ...bundle.files.map((file) => ({
        path: file.path,
        bytes: Buffer.from(file.base64, 'base64'),
        immutable: true,
      })),
      ...(await readStatic(files)),
    ],
  }
}

type BundleContext = {
  readonly root: string
  readonly folder: string
  readonly files: ThemeFiles
  readonly version: string
}

async function bundleOnce({ root, folder, files, version }: BundleContext): Promise<CachedTheme> {
  const key = digestOf(JSON.stringify([version, process.version, folder, files.all]))
  const cacheFile = themeCacheFile(root)
  const kept = await readThemeCache(cacheFile, key)
  if (kept) return kept
  const bundle = await bundleTheme(folder, files, root)
  await writeThemeCache(cacheFile, key, bundle)
  return bundle
}

async function bundleTheme(folder: string, files: ThemeFiles, root: string): Promise<CachedTheme> {
  const layouts = await bundleLayouts(folder, files, root)
  const { theme } = await importBundle(await keepBundle(root, layouts.code))
  const assets = await bundleAssets(folder, theme, root)
  return {
    code: layouts.code,
    styles: [...assets.styles],
    scripts: [...assets.scripts],
    files: assets.files.map((file) => ({
      path: file.path,
      base64: Buffer.from(file.bytes).toString('base64'),
    })),
    inputs: await digestInputs([...layouts.inputs, ...assets.inputs]),
  }
}

type Bundle = {
  readonly theme: ThemeDefinition
  readonly layouts: Readonly<Record<string, unknown>>
  readonly shortcodes: Readonly<Record<string, unknown>>
}

/** A module is loaded from a file, whose name says its content: a process may see several versions of one theme. */
async function keepBundle(root: string, code: string): Promise<string> {
  const file = path.join(root, '.inkseal/cache', `layouts-${digestOf(code).slice(0, 16)}.mjs`)
  if (String(await readIfThere(file)) !== code) await writeAtomic(file, code)
  return file
}

async function importBundle(file: string): Promise<Bundle> {
  let module: unknown
  try {
    module = await import(pathToFileURL(file).href)
  } catch (cause) {
    throw invalid(
      `it throws while it is loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    )
  }
  if (isBundle(module)) return module
  throw invalid('theme.ts does not export what defineTheme gives')
}

function isBundle(module: unknown): module is Bundle {
  if (typeof module !== 'object' || module === null) return false
  if (!('theme' in module && 'layouts' in module && 'shortcodes' in module)) return false
  const { theme } = module
  return typeof theme === 'object' && theme !== null && 'name' in theme && typeof theme.name === 'string'
}

function checkLayouts(
  layouts: Bundle['layouts'],
  { layouts: paths }: ThemeFiles,
  root: string,
): Theme['layouts'] {
  return Object.fromEntries(
    Object.entries(layouts).map(([name, layout]) => {
      if (isComponent(layout)) return [name, layout] as const
      throw new SiteError({
        code: 'theme/invalid',
        message: `Cannot use the layout "${name}": its file has no default export that is a component`,
        hint: 'Write `export default function …` there',
        place: { path: path.relative(root, paths.get(name) ?? name) },
      })
    }),
  )
}

const isComponent = (value: unknown): value is ComponentType<never> => typeof value === 'function'

type ShortcodeContext = { readonly files: ThemeFiles; readonly root: string; readonly digest: string }

async function loadShortcodes(
  modules: Bundle['shortcodes'],
  { files: { shortcodes: paths, templates }, root, digest }: ShortcodeContext,
): Promise<ThemeShortcodes> {
  const relative = (file: string) => path.relative(root, file).replaceAll(path.sep, '/')
  // A template beside a component was kept for Hugo.
  const left = [...templates].filter(([name]) => !paths.has(name))
  const named = left.map(([name, file]) => [name, relative(file)] as const)
  const found = { templates: new Map(named) }
  // Most sites have none: then nothing of the theme is in a body.
  if (paths.size === 0) return { ...found, shortcodes: {}, digest: digestOf(JSON.stringify(named)) }
  const { createShortcode } = await import('./create-shortcode.ts')
  const entries = Object.entries(modules).map(([name, module]) => {
    const file = relative(paths.get(name) ?? name)
    return [name, createShortcode(module, { name, file, root })] as const
  })
  return {
    ...found,
    shortcodes: Object.fromEntries(entries),
    digest: digestOf(JSON.stringify([named, digest])),
  }
}

async function readStatic({ all, staticDir }: ThemeFiles): Promise<readonly ThemeFile[]> {
  const files = all.filter((file) => file.startsWith(staticDir + path.sep))
  return Promise.all(
    files.map(async (file) => ({
      path: path.relative(staticDir, file).replaceAll(path.sep, '/'),
      bytes: await readFile(file),
      immutable: false,
    })),
  )
}

function missingLayout(layout: string, theme: string): SiteError {
  return new SiteError({
    code: 'theme/missing-layout',
    message: `Cannot use the theme "${theme}": it has no layout "${layout}"`,
    hint: `Add themes/${theme}/layouts/${layout}.tsx`,
  })
}

function invalid(reason: string, cause?: unknown): SiteError {
  return new SiteError(
    {
      code: 'theme/invalid',
      message: `Cannot load the theme: ${reason}`,
      hint: 'Mend its theme.ts or the layout named above',
    },
    { cause },
  )
}
