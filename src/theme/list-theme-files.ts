import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Where a theme's parts lie, as absolute paths in the order of their names. */
export type ThemeFiles = {
  /** By name, the site's own instead of the theme's where both have one. */
  readonly layouts: ReadonlyMap<string, string>
  readonly staticDir: string
  /** Everything, for the cache: a file that is new, gone or renamed may change what an import means. */
  readonly all: readonly string[]
}

export async function listThemeFiles(folder: string, root: string): Promise<ThemeFiles> {
  const own = await listFolder(folder)
  const overrides = await listFolder(path.join(root, 'layouts'))
  const layouts = new Map<string, string>()
  for (const directory of [path.join(folder, 'layouts'), path.join(root, 'layouts')]) {
    for (const file of [...own, ...overrides]) {
      const { dir, name, ext } = path.parse(file)
      if (dir === directory && ext === '.tsx') layouts.set(name, file)
    }
  }
  return { layouts, staticDir: path.join(folder, 'static'), all: [...own, ...overrides] }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(folder, file).split(path.sep).includes('node_modules'))
    .sort()
}
