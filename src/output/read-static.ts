import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { listFiles } from '../content/scan.ts'

/**
 * The paths of a site's static files; a site need have none. What only systems and editors put there stays out.
 *
 * @throws SiteError content/read
 */
export async function listStatic({ staticDir }: Config): Promise<readonly string[]> {
  const files = await listFiles(staticDir).catch((error: unknown) => {
    if (error instanceof SiteError && error.code === 'content/missing') return []
    throw error instanceof SiteError ? error : unreadable('static', error)
  })
  return files.filter((file) => !/(^|\/)(\.DS_Store|Thumbs\.db|\.gitkeep)$|~$/.test(file))
}

/** @throws SiteError content/read */
export const readStatic = ({ staticDir }: Config, file: string) =>
  readFile(path.join(staticDir, file)).catch((error: unknown) => {
    throw unreadable(`static/${file}`, error)
  })

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
