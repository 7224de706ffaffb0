import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Where a theme's parts lie, as absolute paths in the order of their names. */
export type ThemeFiles = {
  /** By name, the site's own instead of the theme's where both have one. */
  readonly layouts: ReadonlyMap<string, string>
  /** Likewise; a shortcode in a folder is called by its path: `docs/note`. */
  readonly shortcodes: ReadonlyMap<string, string>
  /** Shortcodes that are written for Hugo: they are not run, and their authors are told so. */
  readonly templates: ReadonlyMap<string, string>
  readonly staticDir: string
  /** Everything, for the cache: a file that is new, gone or renamed may change what an import means. */
  readonly all: readonly string[]
}

export async function listThemeFiles(folder: string, root: string): Promise<ThemeFiles> {
  const all = [...(await listFolder(folder)), ...(await listFolder(path.join(root, 'layouts')))]
  const layouts = new Map<string, string>()
  for (const directory of [path.join(folder, 'layouts'), path.join(root, 'layouts')]) {
    for (const file of all) {
      const { dir, name, ext } = path.parse(file)
      if (dir === directory && ext === '.tsx') layouts.set(name, file)
    }
  }
  return { layouts, ...listShortcodes(all, folder, root), staticDir: path.join(folder, 'static'), all }
}

/** `_shortcodes` is what newer versions of Hugo call the folder. */
function listShortcodes(all: readonly string[], folder: string, root: string) {
  const shortcodes = new Map<string, string>()
  const templates = new Map<string, string>()
  const folders = ['layouts/shortcodes', 'layouts/_shortcodes']
  for (const directory of [
    ...[...folders, 'shortcodes'].map((name) => path.join(folder, name)),
    ...folders.map((name) => path.join(root, name)),
  ]) {
    for (const file of all.filter((one) => one.startsWith(directory + path.sep))) {
      const name = path.relative(directory, file).replaceAll(path.sep, '/')
      if (/\.tsx?$/.test(name)) shortcodes.set(name.replace(/\.tsx?$/, ''), file)
      // A template may be for one language or format alone: `note.fr.html`.
      else if (/\.(html|md|xml|txt|json)$/.test(name)) templates.set(name.replace(/\..*$/, ''), file)
    }
  }
  return { shortcodes, templates }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(folder, file).split(path.sep).includes('node_modules'))
    .sort()
}
