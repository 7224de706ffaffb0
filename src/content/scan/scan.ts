import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { mapConcurrent } from '../../base/map-concurrent.ts'
import { hasCode } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import { type FolderListing, listFolder } from './list-folder.ts'
import type { Source } from './source.ts'

/** What a content folder holds. */
export type Scan = {
  /** The Markdown files and the HTML of pages, read. */
  readonly sources: readonly Source[]
  /** The paths of the other files, which are published as they are. */
  readonly files: readonly string[]
  /** What lies there and cannot be published, as errors and warnings. */
  readonly diagnostics: readonly Diagnostic[]
}

export type ScanOptions = {
  /** What the folder's author calls it. */
  readonly name?: string
  /** Whether the config wants a file passed over, by its path inside the folder. */
  readonly isPassedOver?: (relative: string) => boolean
  /** Asks the disk when each page was last written. */
  readonly readModified?: boolean
  /** When files were last committed, by their paths inside the folder. */
  readonly commits?: ReadonlyMap<string, Date>
}

/** As Hugo has them. */
const isMarkdown = (name: string) => /\.(md|mdown|markdown)$/i.test(name)
const isHtml = (name: string) => /\.html?$/i.test(name)

/** Dotfiles and what editors leave: nobody means to publish them. */
const isIgnored = (relative: string) => relative.split('/').some((part) => /^\.|^#.*#$|~$/.test(part))

/**
 * Reads a content folder, in the order of paths.
 *
 * @throws SiteError content/missing, content/read
 */
export async function scan(
  contentDir: string,
  {
    name = 'content',
    isPassedOver = () => false,
    readModified = false,
    commits = new Map(),
  }: ScanOptions = {},
): Promise<Scan> {
  const { files: all, links } = await list(contentDir).catch((cause: unknown) => {
    throw cause instanceof SiteError ? cause : unreadable({ kind: 'folder', name }, cause)
  })
  const isOut = (relative: string) => isIgnored(relative) || isPassedOver(relative)
  const paths = all.filter((relative) => !isOut(relative))
  const texts = paths.filter((relative) => isMarkdown(relative) || isHtml(relative))
  const sources = await mapConcurrent(texts, 32, (relative) =>
    readSource(path.join(contentDir, relative), readModified).then(
      (source) => ({
        ...source,
        path: relative,
        name: `${name}/${relative}`,
        committed: commits.get(relative),
      }),
      (cause: unknown) => {
        throw unreadable({ kind: 'file', name: `${name}/${relative}` }, cause)
      },
    ),
  )
  const pages = new Set(texts)
  const files = paths.filter((relative) => !pages.has(relative))
  const ignored = links
    .filter((relative) => !isOut(relative))
    .map((relative) => notFollowed(`${name}/${relative}`))
  return { sources, files, diagnostics: ignored }
}

async function readSource(file: string, readModified: boolean): Promise<Pick<Source, 'bytes' | 'modified'>> {
  const [bytes, stats] = await Promise.all([readFile(file), readModified ? stat(file) : undefined])
  return { bytes, ...(stats && { modified: stats.mtime }) }
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
