import { copyFile, link, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../base/read-if-there.ts'
import type { Artifact } from './artifact.ts'
import { type Encoded, encode } from './encode.ts'
import { formsOf, isFileIntact } from './is-intact.ts'
import { encodingSuffixes, type FileEntry } from './manifest.ts'
import type { Release } from './release.ts'

/** The release before, and when its manifest was written (milliseconds since 1970). */
export type Previous = { readonly release: Release; readonly writtenAt: number }

type Job = {
  readonly dir: string
  readonly artifact: Artifact
  readonly previous: Previous | undefined
  readonly reserved: ReadonlySet<string>
  /** Makes a folder and those above it, each once. */
  readonly directories: (directory: string) => Promise<unknown>
}

export type Written = {
  readonly entry: FileEntry
  /** True where the release before has the same file on paper, and not on disk. */
  readonly repaired: boolean
}

/** Writes one artifact and its encoded forms into a release's folder, or links them from the release before. */
export async function writeArtifact({
  dir,
  artifact,
  previous,
  reserved,
  directories,
}: Job): Promise<Written> {
  const file = path.join(dir, artifact.path)
  await directories(path.dirname(file))
  const old = previous?.release.manifest.files[artifact.path]
  const isFree = (suffix: string) => suffix === '' || !reserved.has(artifact.path + suffix)
  const isSame =
    old?.digest === artifact.digest &&
    old.mediaType === artifact.mediaType &&
    (old.forwards ?? false) === (artifact.forwards ?? false)
  if (previous && old && isSame && formsOf(old).every(({ suffix }) => isFree(suffix))) {
    const before = path.join(previous.release.dir, artifact.path)
    if (await isFileIntact(before, old, previous.writtenAt)) {
      for (const { suffix } of formsOf(old)) await linkOrCopy(before + suffix, file + suffix)
      return { entry: old, repaired: false }
    }
  }
  const encoded = (await encode(artifact)).filter(({ encoding }) => isFree(encodingSuffixes[encoding]))
  return { entry: await writeForms(file, artifact, encoded), repaired: isSame }
}

async function writeForms(file: string, artifact: Artifact, encoded: readonly Encoded[]): Promise<FileEntry> {
  await Promise.all([
    writeFile(file, artifact.bytes),
    ...encoded.map(({ encoding, bytes }) => writeFile(file + encodingSuffixes[encoding], bytes)),
  ])
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

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    // File systems without hard links, or with a limit on them that is reached.
    if (!['EPERM', 'EMLINK', 'ENOTSUP', 'EXDEV'].some((code) => hasCode(error, code))) throw error
    await copyFile(from, to)
  }
}
