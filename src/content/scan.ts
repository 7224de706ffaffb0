import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { mapConcurrent } from '../base/map-concurrent.ts'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { checkHtml } from './check-html.ts'
import { type FolderListing, listFolder } from './list-folder.ts'
import type { Source } from './source.ts'

/** What a content folder holds. */
export type Scan = {
  /** The Markdown files, read. */
  readonly sources: readonly Source[]
  /** The paths of the other files, which are published as they are. */
  readonly files: readonly string[]
  /** What lies there and cannot be published, as errors and warnings. */
  readonly diagnostics: readonly Diagnostic[]
}

const isMarkdown = (name: string) => /\.(md|markdown)$/i.test(name)

/** Dotfiles and what editors leave: nobody means to publish them. */
const isIgnored = (relative: string) => relative.split('/').some((part) => /^\.|^#.*#$|~$/.test(part))

/**
 * Reads a content folder, in the order of paths. Its name is that which its author knows: `content`.
 *
 * @throws SiteError content/missing, content/read
 */
export async function scan(contentDir: string, name = 'content'): Promise<Scan> {
  const { files: all, links } = await list(contentDir).catch((cause: unknown) => {
    throw cause instanceof SiteError ? cause : unreadable({ kind: 'folder', name }, cause)
  })
  const paths = all.filter((relative) => !isIgnored(relative))
  const files = paths.filter((relative) => !isMarkdown(relative))
  const read = <Value>(relative: string, reader: (file: string) => Promise<Value>) =>
    reader(path.join(contentDir, relative)).catch((cause: unknown) => {
      throw unreadable({ kind: 'file', name: `${name}/${relative}` }, cause)
    })
  const sources = await mapConcurrent(paths.filter(isMarkdown), 32, async (relative) => ({
    path: relative,
    name: `${name}/${relative}`,
    bytes: await read(relative, (file) => readFile(file)),
  }))
  const html = files.filter((relative) => /\.html?$/i.test(relative))
  const mistakes = await mapConcurrent(html, 32, (relative) =>
    read(relative, (file) => checkHtml(file, `${name}/${relative}`)),
  )
  const ignored = links
    .filter((relative) => !isIgnored(relative))
    .map((relative) => notFollowed(`${name}/${relative}`))
  return { sources, files, diagnostics: [...mistakes.flat(), ...ignored] }
}

/** All files below a folder, as sorted paths relative to it, with `/`. Links are not followed. */
export const listFiles = async (directory: string): Promise<readonly string[]> =>
  (await list(directory)).files

const list = (directory: string): Promise<FolderListing> =>
  listFolder(directory).catch((error: unknown) => {
    throw hasCode(error, 'ENOENT') ? missing(directory) : error
  })

function notFollowed(name: string): Diagnostic {
  return {
    code: 'content/link',
    severity: 'warning',
    message: `Cannot publish ${name}: it is a symbolic link, and links are not followed`,
    hint: 'Put the file or folder itself there',
    place: { path: name },
  }
}

type Unread = { readonly kind: 'folder' | 'file'; readonly name: string }

function unreadable({ kind, name }: Unread, cause: unknown): SiteError {
  return new SiteError(
    {
      code: 'content/read',
      message: `Cannot read ${name}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint:
        kind === 'folder'
          ? 'Make it a folder that you have the right to read'
          : 'Give yourself the right to read the file, or move it out of content/',
    },
    { cause },
  )
}

function missing(directory: string): SiteError {
  return new SiteError({
    code: 'content/missing',
    message: `Cannot read the content: there is no folder ${directory}`,
    hint: 'Make the folder content/ and write a first post: content/posts/hello.md',
  })
}
