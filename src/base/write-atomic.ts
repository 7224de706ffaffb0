import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file so that a reader, or a crash at any moment, sees the old bytes or the new ones and nothing
 * between: a neighbour file is written and fsynced, then renamed, then the folder is fsynced.
 */
export async function writeAtomic(
  file: string,
  bytes: string | Uint8Array,
  options: { readonly mode?: number; readonly directoryMode?: number } = {},
): Promise<void> {
  const directory = path.dirname(file)
  await mkdir(directory, { recursive: true, ...(options.directoryMode && { mode: options.directoryMode }) })
  const draft = path.join(directory, `.${path.basename(file)}.${randomBytes(6).toString('hex')}`)
  try {
    const handle = await open(draft, 'wx', options.mode ?? 0o644)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncDirectory(directory)
}

/** Makes a rename or a new name in a folder last through a power cut. Windows cannot open folders: nothing to do. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
