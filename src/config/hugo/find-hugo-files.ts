import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../../base/read-if-there.ts'

/** A config file of a Hugo site, and the keys that its own stand below: `languages`, `fr`, `params`. */
export type HugoFilePath = { readonly path: string; readonly keys: readonly string[] }

const extensions = ['toml', 'yaml', 'yml', 'json']

/**
 * The files that Hugo reads its config from, absolute; a later one goes over those before it. First the one in the
 * site's folder, then `config/_default/` and, for a build is for readers, `config/production/`, each with all that
 * lies below (Hugo's manual, "Configuration directory").
 */
export async function findHugoFiles(root: string): Promise<readonly HugoFilePath[]> {
  const names = new Set(await list(root))
  const main = ['hugo', 'config']
    .flatMap((name) => extensions.map((extension) => `${name}.${extension}`))
    .find((name) => names.has(name))
  const folders = names.has('config') ? ['_default', 'production'] : []
  const parts = await Promise.all(folders.map((folder) => findParts(path.join(root, 'config', folder))))
  return [...(main === undefined ? [] : [{ path: path.join(root, main), keys: [] }]), ...parts.flat()]
}

async function findParts(folder: string): Promise<readonly HugoFilePath[]> {
  const files = (await listBelow(folder)).filter((file) => extensions.includes(path.extname(file).slice(1)))
  return files.sort().map((file) => ({ path: file, keys: keysOf(path.parse(file).name.toLowerCase()) }))
}

/** `params.toml` holds the params, `params.fr.toml` those of a language, and `hugo.toml` all the rest. */
function keysOf(name: string): readonly string[] {
  if (name === 'hugo' || name === 'config') return []
  const [key = '', language] = name.split('.')
  if (language === undefined) return [key]
  return key === 'params' || key === 'menus' || key === 'menu'
    ? ['languages', language, key]
    : ['languages', language]
}

const list = (folder: string) =>
  readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return []
    throw error
  })

async function listBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return []
    throw error
  })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}
