import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { digestOf } from '../src/base/digest-of.ts'
import { bundleAssets, bundleLayouts } from '../src/theme/bundle-theme.ts'
import { listThemeFiles } from '../src/theme/list-theme-files.ts'
import type { ShippedTheme } from '../src/theme/read-shipped-theme.ts'

/** Bundles the themes that come with Inkseal, so that a site's first build need not. */
export async function shipThemes({ root, out }: { root: string; out: string }): Promise<void> {
  for (const name of await readdir(path.join(root, 'themes'))) {
    await shipTheme(await realpath(path.join(root, 'themes', name)), path.join(out, 'themes', name))
  }
}

async function shipTheme(folder: string, target: string): Promise<void> {
  const files = await listThemeFiles(folder, target)
  const { code } = await bundleLayouts(folder, files, folder)
  await mkdir(target, { recursive: true })
  await writeFile(path.join(target, 'layouts.mjs'), withoutPlaces(code))
  const { theme } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
  const { styles, scripts, files: assets } = await bundleAssets(folder, theme, folder)
  const shipped: ShippedTheme = {
    styles,
    scripts,
    files: assets.map((file) => ({ path: file.path, base64: Buffer.from(file.bytes).toString('base64') })),
    inputs: Object.fromEntries(
      await Promise.all(
        files.all.map(async (file) => {
          const name = path.relative(folder, file).replaceAll(path.sep, '/')
          return [name, digestOf(await readFile(file))] as const
        }),
      ),
    ),
  }
  await writeFile(path.join(target, 'theme.json'), JSON.stringify(shipped))
}

/** From where it lies in the package, it finds the package's Preact by its name; its source map would lead nowhere. */
function withoutPlaces(code: string): string {
  const named = ['preact', 'preact/hooks', 'preact/jsx-runtime'].reduce(
    (text, name) => text.replaceAll(JSON.stringify(import.meta.resolve(name)), JSON.stringify(name)),
    code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
  )
  const left = /from "(file:[^"]*)"/.exec(named)
  if (left) throw new Error(`Cannot ship a theme: it imports ${left[1]} by its place`)
  return named
}
