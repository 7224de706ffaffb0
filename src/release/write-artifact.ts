import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hasCode } from '../base/read-if-there.ts'
import type { Artifact } from './artifact.ts'
import { type Encoded, encode } from './encode.ts'
import { formsOf, isFileIntact } from './is-intact.ts'
import { encodingSuffixes, type FileEntry } from './manifest.ts'

export type Job = {
  readonly artifact: Artifact
  /** What the release before has of this name. */
  readonly old: FileEntry | undefined
  /** Endings that no compressed form may have here: a file of that name is to come. */
  readonly reserved: readonly string[]
}

export type Target = {
  /** The release's folder. */
  readonly dir: string
  /** The folder of the release before, and when its manifest was written (milliseconds since 1970). */
  readonly previous: { readonly dir: string; readonly writtenAt: number } | undefined
}

export type Written = {
  readonly entry: FileEntry
  /** True where the release before has the same file on paper, and not on disk. */
  readonly repaired: boolean
}

/**
 * Makes the function that writes an artifact and its encoded forms into a release's folder, or links them from the
 * release before. It does not return before that is done: through the thread pool, each file costs twice as much.
 */
export function createWriter({ dir, previous }: Target): (job: Job) => Written {
  const made = new Set<string>()
  return ({ artifact, old, reserved }) => {
    const file = path.join(dir, artifact.path)
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    const isFree = (suffix: string) => suffix === '' || !reserved.includes(suffix)
    const isSame = old !== undefined && isSameFile(old, artifact)
    if (previous && isSame && formsOf(old).every(({ suffix }) => isFree(suffix))) {
      const before = path.join(previous.dir, artifact.path)
      if (isFileIntact(before, old, previous.writtenAt)) {
        for (const { suffix } of formsOf(old)) linkOrCopy(before + suffix, file + suffix)
        return { entry: old, repaired: false }
      }
    }
    const encoded = encode(artifact).filter(({ encoding }) => isFree(encodingSuffixes[encoding]))
    return { entry: writeForms(file, artifact, encoded), repaired: isSame }
  }
}

const isSameFile = (old: FileEntry, { digest, mediaType, forwards }: Artifact) =>
  old.digest === digest && old.mediaType === mediaType && (old.forwards ?? false) === (forwards ?? false)

function writeForms(file: string, artifact: Artifact, encoded: readonly Encoded[]): FileEntry {
  writeFileSync(file, artifact.bytes)
  for (const { encoding, bytes } of encoded) writeFileSync(file + encodingSuffixes[encoding], bytes)
  return {
    mediaType: artifact.mediaType,
    size: artifact.bytes.length,
    digest: artifact.digest,
    ...(encoded.length > 0 && {
      encodings: Object.fromEntries(encoded.map(({ encoding, bytes }) => [encoding, { size: bytes.length }])),
    }),
    ...(artifact.immutable && { immutable: true }),
    ...(artifact.forwards && { forwards: true }),
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    // File systems without hard links, or with a limit on them that is reached.
    if (!['EPERM', 'EMLINK', 'ENOTSUP', 'EXDEV'].some((code) => hasCode(error, code))) throw error
    copyFileSync(from, to)
  }
}
