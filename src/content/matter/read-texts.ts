import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { mapConcurrent } from '../../base/map-concurrent.ts'
import { hasCode } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import type { DataFile } from '../data/parse-data.ts'
import { listFolder } from '../scan/list-folder.ts'

export type TextFile = DataFile & {
  /** Relative to the folder, with `/`. */
  readonly path: string
}

/**
 * Reads all files of a folder that need not be there, sorted by path; hidden ones are passed over.
 *
 * @throws SiteError content/read
 */
export async function readTexts(directory: string, name: string): Promise<readonly TextFile[]> {
  try {
    const { files } = await listFolder(directory)
    const shown = files.filter((file) => !file.split('/').some((part) => /^\.|~$/.test(part)))
    return await mapConcurrent(shown, 32, async (file) => ({
      path: file,
      name: `${name}/${file}`,
      text: await readFile(path.join(directory, file), 'utf8'),
    }))
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return []
    throw new SiteError(
      {
        code: 'content/read',
        message: `Cannot read ${name}/: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'Give yourself the right to read what is in the folder',
      },
      { cause },
    )
  }
}
