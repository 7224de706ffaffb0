import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { listFiles } from '../content/scan/scan.ts'

/**
 * The paths that a site's static files are published under; a site need have none. What only systems and editors put
 * there stays out.
 *
 * @throws SiteError content/read
 */
export async function listStatic({ statics }: Config): Promise<readonly string[]> {
  const lists = await Promise.all(
    statics.map(async ({ dir, at }) => (await listFolder(dir)).map((file) => path.posix.join(at, file))),
  )
  return [...new Set(lists.flat())].sort()
}

async function listFolder(dir: string): Promise<readonly string[]> {
  const files = await listFiles(dir).catch((error: unknown) => {
    if (error instanceof SiteError && error.code === 'content/missing') return []
    throw error instanceof SiteError ? error : unreadable(path.basename(dir), error)
  })
  return files.filter((file) => !/(^|\/)(\.DS_Store|Thumbs\.db|\.gitkeep)$|~$/.test(file))
}

/**
 * The bytes of a static file, from the topmost folder that has it.
 *
 * @throws SiteError content/read
 */
export async function readStatic(config: Config, file: string): Promise<Buffer> {
  const places = placesOf(config, file)
  for (const place of places) {
    try {
      return await readFile(place)
    } catch (error) {
      if (!hasCode(error, 'ENOENT') || place === places.at(-1)) {
        throw unreadable(path.relative(config.root, place).replaceAll(path.sep, '/'), error)
      }
    }
  }
  throw new TypeError(`no static folder has ${file}`)
}

/** Where it lies, absolute; undefined where it is gone. */
export const placeOfStatic = (config: Config, file: string): string | undefined =>
  placesOf(config, file).find((place) => existsSync(place))

/** The topmost first. */
const placesOf = ({ statics }: Config, file: string): readonly string[] =>
  statics
    .filter(({ at }) => at === '' || file.startsWith(`${at}/`))
    .map(({ dir, at }) => path.join(dir, at === '' ? file : file.slice(at.length + 1)))
    .toReversed()

function unreadable(name: string, cause: unknown): SiteError {
  const isFile = hasCode(cause, 'ENOTDIR')
  const reason = isFile ? 'it is not a folder' : cause instanceof Error ? cause.message : String(cause)
  return new SiteError(
    {
      code: 'content/read',
      message: `Cannot read ${name}: ${reason}`,
      hint: isFile ? 'Make it a folder, or rename it' : 'Give yourself the right to read it, or move it away',
      place: { path: name },
    },
    { cause },
  )
}
