import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.ts'
import { findTheme } from '../theme/find-theme.ts'

export type FingerprintOptions = {
  /** Inkseal's. */
  readonly version: string
  /** What the build shows beside published pages. */
  readonly show: readonly string[]
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/**
 * Says in one digest what a release is made from: path, size, inode and times of change of every file of the
 * content, the static files, the theme, the site's layouts and the config; packages by their lock files; Inkseal's
 * version; and the day, which a theme may print. The time of a file's last status change (ctime) cannot be set by
 * any tool, so that a file whose bytes were changed never looks as before.
 */
export async function fingerprintInputs(
  config: Config,
  { version, show, now }: FingerprintOptions,
): Promise<string> {
  const day = new Date(now).toISOString().slice(0, 10)
  const hash = createHash('sha256').update(
    JSON.stringify([version, process.version, [...show].sort(), day, config.brokenLinks]),
  )
  const theme = await findTheme(config.root, config.theme)
  const folders = [
    config.contentDir,
    ...config.statics.map(({ dir }) => dir),
    path.join(config.root, 'layouts'),
    theme,
    ...ownSources,
  ]
  for (const folder of folders) {
    for (const line of await factsOf(folder)) hash.update(line)
  }
  const locks = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) =>
    path.join(config.root, name),
  )
  for (const file of [...config.files, ...locks]) hash.update(await fact(file))
  return hash.digest('base64url')
}

/** While Inkseal runs from its sources, as in its repository, its version does not tell of a change. */
const ownSources = import.meta.url.endsWith('.ts') ? [fileURLToPath(new URL('../', import.meta.url))] : []

async function factsOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Promise.all(files.sort().map(fact))
}

async function fact(file: string): Promise<string> {
  const facts = await stat(file).catch(() => undefined)
  return JSON.stringify([file, facts?.ino, facts?.size, facts?.mtimeMs, facts?.ctimeMs])
}
