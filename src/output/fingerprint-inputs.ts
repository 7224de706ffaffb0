import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config/config.ts'
import { findTheme } from '../theme/find-theme.ts'

export type FingerprintOptions = {
  readonly version: string
  /** What the build shows beside published pages. */
  readonly show: readonly string[]
}

/**
 * Says in one digest what a release is made from: every file's path, size and time of change in the content, the
 * static files, the theme, the site's layouts and its own code, and Inkseal's version. Two equal ones mean that a
 * build would give the same site, but for the passing of time.
 */
export async function fingerprintInputs(config: Config, options: FingerprintOptions): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([options.version, [...options.show].sort()]))
  const folders = [
    config.contentDir,
    config.staticDir,
    path.join(config.root, 'layouts'),
    path.join(config.root, 'src'),
  ]
  const theme = await findTheme(config.root, config.theme)
  for (const folder of [...folders, theme]) {
    for (const line of await factsOf(folder)) hash.update(line)
  }
  for (const file of [config.file, path.join(config.root, 'package-lock.json')]) {
    if (file !== undefined) hash.update(await fact(file))
  }
  return hash.digest('base64url')
}

async function factsOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Promise.all(files.sort().map(fact))
}

async function fact(file: string): Promise<string> {
  const facts = await stat(file).catch(() => undefined)
  return JSON.stringify([file, facts?.size ?? 0, facts?.mtimeMs ?? 0])
}
