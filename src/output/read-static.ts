import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { listFiles } from '../content/scan.ts'

/** The paths of a site's static files; a site need have none. What only systems and editors put there stays out. */
export async function listStatic({ staticDir }: Config): Promise<readonly string[]> {
  const files = await listFiles(staticDir).catch((error: unknown) => {
    if (error instanceof SiteError) return []
    throw error
  })
  return files.filter((file) => !/(^|\/)(\.DS_Store|Thumbs\.db|\.gitkeep)$|~$/.test(file))
}

export const readStatic = ({ staticDir }: Config, file: string) => readFile(path.join(staticDir, file))
