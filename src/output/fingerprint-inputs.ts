import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readIfThere } from '../base/read-if-there.ts'
import type { Config } from '../config/config.ts'
import { findTheme } from '../theme/find-theme.ts'
import { URL_MEMORY_FILE } from './url-memory/url-memory.ts'

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
 * content, the static files, data, i18n tables, the theme, the site's layouts and the config; packages by their lock
 * files; Inkseal's version; what is remembered of addresses; and the day, which a theme may print. The time of a file's last status change (ctime) cannot be set by
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
  const folders = new Set([
    ...[config, ...config.translations].flatMap(({ contentDir, statics, dataDir, i18nDir }) => [
      contentDir,
      ...statics.map(({ dir }) => dir),
      dataDir,
      i18nDir,
    ]),
    path.join(config.root, 'layouts'),
    theme,
    ...ownSources,
  ])
  const locks = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) =>
    path.join(config.root, name),
  )
  const facts = [...folders].flatMap(factsOf)
  hash.update([...facts, ...[...config.files, ...locks, ownStamp].map(factOf)].join('\n'))
  const urls = await readIfThere(path.join(config.root, URL_MEMORY_FILE))
  return withUrls(hash.digest('base64url'), String(urls ?? ''))
}

/** The same inputs, but for what is remembered of the addresses: a build may write that itself. */
export const withUrls = (inputs: string, urls: string): string =>
  `${inputs.split('.')[0]}.${createHash('sha256').update(urls).digest('base64url').slice(0, 22)}`

const ownFolder = fileURLToPath(new URL('../', import.meta.url))

/** While Inkseal runs from its sources, as in its repository, its version does not tell of a change. */
const ownSources = import.meta.url.endsWith('.ts') ? [ownFolder] : []

/** Nor does it where the repository's own dist/ runs, which has a list of what it was made from. */
const ownStamp = path.join(ownFolder, 'made-from.json')

/** Through the thread pool, each of ten thousand posts costs ten times as much. */
function factsOf(folder: string): string[] {
  return list(folder).flatMap((entry) => {
    const at = `${folder}${path.sep}${entry.name}`
    if (entry.isDirectory()) return factsOf(at)
    return entry.isFile() ? factOf(at) : []
  })
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

/** A name may hold anything but a NUL. */
function factOf(file: string): string {
  const facts = statIfThere(file)
  return facts ? `${file}\0${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}` : `${file}\0`
}

function statIfThere(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
