import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Keeps a folder out of version control, by a file in it: what is made by itself, or secret, is not to be committed. */
export async function ignoreFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  // One that is there is its author's; a folder that cannot be written is told of by who writes into it.
  await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => {})
}
