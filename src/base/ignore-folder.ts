import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Keeps a folder out of version control, by a file in it: what is made by itself, or secret, is not to be committed. */
export async function ignoreFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' })
  } catch {
    // A file that is there is its author's; a folder that cannot be written is told of by who needs it.
  }
}
