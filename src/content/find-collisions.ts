import path from 'node:path'
import type { Diagnostic, Place } from '../base/diagnostic.ts'

/** What wants a file of the release for itself. */
export type Claim = {
  /** Path inside the release. */
  readonly file: string
  /** For messages: `content/posts/a.md`, `the sitemap`. */
  readonly name: string
  readonly place: Place | undefined
  /** What to do where another has the file, if it is not that one of the two be renamed. */
  readonly hint?: string
}

/**
 * Finds those that want one file, and those that want a file where another needs a folder. (Hugo keeps quiet and
 * one of them wins.) The first has it, and the others are told.
 */
export function findCollisions(claims: Iterable<Claim>): readonly Diagnostic[] {
  const files = new Map<string, Claim>()
  const folders = new Map<string, Claim>()
  const diagnostics: Diagnostic[] = []
  for (const claim of claims) {
    const key = keyOf(claim.file)
    const same = files.get(key)
    const above = foldersOf(key)
    // Where a folder is one already, nothing above it is a file.
    const isSettled = above[0] === undefined || folders.has(above[0])
    const across =
      folders.get(key) ?? (isSettled ? undefined : above.map((folder) => files.get(folder)).find(Boolean))
    if (same) diagnostics.push(twice(claim, same))
    else if (across) diagnostics.push(fileAndFolder(claim, across))
    else {
      files.set(key, claim)
      if (!isSettled) for (const folder of above) if (!folders.has(folder)) folders.set(folder, claim)
    }
  }
  return diagnostics
}

/** What a file is told from others by: file systems of two of three users know no case, and one would overwrite the other. */
export const keyOf = (file: string) =>
  plain.test(file) ? file : path.posix.normalize(file).normalize('NFC').toLowerCase()

/** What all of that leaves as it is. */
const plain = /^[a-z\d_-]+(?:[./][a-z\d_-]+)*$/

/** `a/b/c.html` → `a/b`, `a`. */
export function foldersOf(file: string): readonly string[] {
  const folders: string[] = []
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1))
    folders.push(file.slice(0, end))
  return folders
}

function twice(claim: Claim, first: Claim): Diagnostic {
  const [told, other] = toTell(claim, first)
  const url = `/${claim.file.replace(/(^|\/)index\.html$/, '$1')}`
  return collision(told, {
    message: `Cannot publish two things as ${url}: ${other.name} is published there`,
    hint: claim.hint ?? 'Rename one of the two files, or give one of them another `slug`',
  })
}

function fileAndFolder(claim: Claim, first: Claim): Diagnostic {
  const [told, other] = toTell(claim, first)
  return collision(told, {
    message: `Cannot publish ${told.name} as the file ${told.file}: ${other.name} is published as ${other.file}, and one name cannot be a file and a folder`,
    hint: 'Rename one of the two files, or give one of them another `url`',
  })
}

/** The one at which the author can change something goes first: best where she set the address, and never nowhere. */
function toTell(claim: Claim, first: Claim): readonly [Claim, Claim] {
  const exactness = ({ place }: Claim) => (place === undefined ? 0 : place.line === undefined ? 1 : 2)
  return exactness(first) > exactness(claim) ? [first, claim] : [claim, first]
}

function collision({ place }: Claim, { message, hint }: { message: string; hint: string }): Diagnostic {
  return { code: 'content/duplicate-url', severity: 'error', message, hint, ...(place && { place }) }
}
