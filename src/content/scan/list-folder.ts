import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Sorted paths relative to the folder, with `/`. */
export type FolderListing = {
  readonly files: readonly string[]
  /** Symbolic links, to files and to folders. They are not followed. */
  readonly links: readonly string[]
}

/** Everything below a folder. Errors are those of the system. */
export async function listFolder(directory: string): Promise<FolderListing> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const relative = (entry: (typeof entries)[number]) =>
    path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')
  return {
    files: entries
      .filter((entry) => entry.isFile())
      .map(relative)
      .sort(),
    links: entries
      .filter((entry) => entry.isSymbolicLink())
      .map(relative)
      .sort(),
  }
}
