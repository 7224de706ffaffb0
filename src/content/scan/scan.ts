import { type Clock, systemClock } from '../../base/clock.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { hasCode } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import { type FolderListing, listFolder } from './list-folder.ts'
import { createReader } from './read-bytes.ts'
import { createStamper, type Stamp } from './stamp-file.ts'
import { unreadableFolder } from './unreadable.ts'

/** A page's file, not read yet. Plain data: it goes to other threads. */
export type FoundSource = Stamp & {
  /** Inside the content folder, with `/`. */
  readonly path: string
  /** When it was last committed, where that is known; milliseconds since 1970. */
  readonly committed?: number
}

/** What a content folder holds. */
export type Scan = {
  /** The Markdown files and the HTML of pages. */
  readonly sources: readonly FoundSource[]
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
  /** Tells files that were written just now, and may be again without a new time. */
  readonly clock?: Clock
  /** When files were last committed, by their paths inside the folder. */
  readonly commits?: ReadonlyMap<string, Date>
}

/** As Hugo has them. */
const isMarkdown = (name: string) => /\.(md|mdown|markdown)$/i.test(name)
const isHtml = (name: string) => /\.html?$/i.test(name)

/** Dotfiles and what editors leave: nobody means to publish them. */
const isIgnored = (relative: string) => /(?:^|\/)(?:\.|#[^/]*#(?:\/|$))|~(?:\/|$)/.test(relative)

/**
 * Lists a content folder, in the order of paths. No page is read, but those that were written just now.
 *
 * @throws SiteError content/missing, content/read
 */
export async function scan(
  contentDir: string,
  {
    name = 'content',
    isPassedOver = () => false,
    clock = systemClock,
    commits = new Map(),
  }: ScanOptions = {},
): Promise<Scan> {
  const { files: all, links } = await list(contentDir).catch((cause: unknown) => {
    throw cause instanceof SiteError ? cause : unreadableFolder(name, cause)
  })
  const isOut = (relative: string) => isIgnored(relative) || isPassedOver(relative)
  const stamp = createStamper(createReader(), clock)
  const sources: FoundSource[] = []
  const files: string[] = []
  for (const relative of all) {
    if (isOut(relative)) continue
    if (isMarkdown(relative) || isHtml(relative)) {
      const committed = commits.get(relative)?.getTime()
      const found = stamp({ file: `${contentDir}/${relative}`, name: `${name}/${relative}` })
      sources.push({ path: relative, ...found, ...(committed !== undefined && { committed }) })
    } else files.push(relative)
  }
  const ignored = links
    .filter((relative) => !isOut(relative))
    .map((relative) => notFollowed(`${name}/${relative}`))
  return { sources, files, diagnostics: ignored }
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

function missing(directory: string): SiteError {
  return new SiteError({
    code: 'content/missing',
    message: `Cannot read the content: there is no folder ${directory}`,
    hint: 'Make the folder content/ and write a first post: content/posts/hello.md',
  })
}
