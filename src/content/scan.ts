import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { mapConcurrent } from '../base/map-concurrent.ts'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import type { Source } from './source.ts'

/** What a content folder holds: Markdown files, read, and the paths of the other files, which are published as they are. */
export type Scan = { readonly sources: readonly Source[]; readonly files: readonly string[] }

const isMarkdown = (name: string) => /\.(md|markdown)$/i.test(name)

/** Dotfiles and what editors leave: nobody means to publish them. */
const isIgnored = (relative: string) => relative.split('/').some((part) => /^\.|^#.*#$|~$/.test(part))

/**
 * Reads a content folder, in the order of paths.
 *
 * @throws SiteError content/missing, content/read
 */
export async function scan(contentDir: string): Promise<Scan> {
  const paths = (await listFiles(contentDir)).filter((relative) => !isIgnored(relative))
  const sources = await mapConcurrent(paths.filter(isMarkdown), 32, async (relative) => ({
    path: relative,
    bytes: await read(contentDir, relative),
  }))
  return { sources, files: paths.filter((relative) => !isMarkdown(relative)) }
}

/** All files below a folder, as sorted paths relative to it, with `/`. Links are not followed. */
export async function listFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) throw missing(directory)
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort()
}

async function read(contentDir: string, relative: string): Promise<Uint8Array> {
  try {
    return await readFile(path.join(contentDir, relative))
  } catch (cause) {
    throw new SiteError(
      {
        code: 'content/read',
        message: `Cannot read content/${relative}: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'Give yourself the right to read the file, or move it out of content/',
      },
      { cause },
    )
  }
}

function missing(directory: string): SiteError {
  return new SiteError({
    code: 'content/missing',
    message: `Cannot read the content: there is no folder ${directory}`,
    hint: 'Make the folder content/ and write a first post: content/posts/hello.md',
  })
}
