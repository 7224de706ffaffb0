import { copyFile, link, mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../base/read-if-there.ts'
import type { Artifact } from './artifact.ts'
import { encode } from './encode.ts'
import { type Encoding, encodingSuffixes, type FileEntry } from './manifest.ts'
import type { Release } from './release.ts'

/** The release before, and when its manifest was written (milliseconds since 1970). */
export type Previous = { readonly release: Release; readonly writtenAt: number }

type Job = { readonly dir: string; readonly artifact: Artifact; readonly previous: Previous | undefined }

/** Writes one artifact and its encoded forms into a release's folder, or links them from the release before. */
export async function writeArtifact({ dir, artifact, previous }: Job): Promise<FileEntry> {
  const file = path.join(dir, artifact.path)
  await mkdir(path.dirname(file), { recursive: true })
  const old = previous?.release.manifest.files[artifact.path]
  if (previous && old?.digest === artifact.digest && old.mediaType === artifact.mediaType) {
    if (
      await linkAll({ from: path.join(previous.release.dir, artifact.path), to: file, entry: old, previous })
    )
      return old
  }
  const encoded = await encode(artifact)
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
  }
}

type Linking = {
  readonly from: string
  readonly to: string
  readonly entry: FileEntry
  readonly previous: Previous
}

/** Links a file and its encoded forms; false when one of them is not what the manifest says, so all is written anew. */
async function linkAll({ from, to, entry, previous }: Linking): Promise<boolean> {
  const forms: { suffix: string; size: number }[] = [{ suffix: '', size: entry.size }]
  for (const [encoding, { size }] of Object.entries(entry.encodings ?? {})) {
    if (isEncoding(encoding)) forms.push({ suffix: encodingSuffixes[encoding], size })
  }
  for (const { suffix, size } of forms) {
    const facts = await stat(from + suffix).catch(() => undefined)
    // Whoever edits a file under public/ by hand changes it after the manifest was written: not believed.
    if (facts?.size !== size || facts.mtimeMs > previous.writtenAt) return false
  }
  for (const { suffix } of forms) await linkOrCopy(from + suffix, to + suffix)
  return true
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

const isEncoding = (name: string): name is Encoding => name in encodingSuffixes
