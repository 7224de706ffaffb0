import { readdirSync } from 'node:fs'

/** Sorted paths relative to the folder, with `/`. */
export type FolderListing = {
  readonly files: readonly string[]
  /** Symbolic links, to files and to folders. They are not followed. */
  readonly links: readonly string[]
}

/** Everything below a folder. Errors are those of the system. */
export async function listFolder(directory: string): Promise<FolderListing> {
  const listing: Listing = { files: [], links: [] }
  addFolder(directory, '', listing)
  return { files: listing.files.sort(), links: listing.links.sort() }
}

type Listing = { readonly files: string[]; readonly links: string[] }

// In this thread: asking the pool for each folder takes longer than the answer.
function addFolder(directory: string, prefix: string, listing: Listing): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const relative = prefix + entry.name
    if (entry.isDirectory()) addFolder(`${directory}/${entry.name}`, `${relative}/`, listing)
    else if (entry.isFile()) listing.files.push(relative)
    else if (entry.isSymbolicLink()) listing.links.push(relative)
  }
}
