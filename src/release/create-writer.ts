import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { onceAsked } from '../base/once.ts'
import { hasCode } from '../base/read-if-there.ts'
import type { Artifact } from './artifact.ts'
import { checkArtifactPath } from './check-artifact-path.ts'
import { isFileIntact } from './is-intact.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { fileFor, type WriteTarget } from './write-target.ts'
import { writtenTwice } from './written-twice.ts'

export type Writer = {
  /**
   * Writes a file, unless the release before has these bytes under this name, and gives its entry of the manifest. It
   * does not return before that is done: through the thread pool, each file costs twice as much.
   *
   * @throws SiteError release/write
   */
  readonly write: (artifact: Artifact) => FileEntry
}

/**
 * Writes files of a release in the making. Each thread of a build has a writer of its own, on the same target.
 *
 * @param filesBefore the files of the release before; read from its manifest, when they are first asked for
 */
export function createWriter(
  target: WriteTarget,
  filesBefore: () => Manifest['files'] = onceAsked(() => readFiles(target)),
): Writer {
  const { previous } = target
  const made = new Set<string>()
  return {
    write(artifact) {
      const { path: name, digest } = artifact
      checkArtifactPath(name)
      const old = previous && filesBefore()[name]
      const isThere =
        old?.digest === digest &&
        isFileIntact(path.join(previous?.dir ?? '', name), old, previous?.writtenAt ?? 0)
      if (!isThere) writeNew(target, artifact, made)
      return entryOf(artifact)
    },
  }
}

function readFiles({ previous }: WriteTarget): Manifest['files'] {
  return previous ? parseManifest(readFileSync(previous.manifestFile)).files : {}
}

function writeNew(target: WriteTarget, { path: name, bytes }: Artifact, made: Set<string>): void {
  const file = fileFor(target, name)
  const folder = path.dirname(file)
  if (!made.has(folder)) makeFolder(folder, made)
  const descriptor = openNew(file, name)
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  } finally {
    closeSync(descriptor)
  }
}

/** Another thread may make the same. To have Node make a folder and those above it costs twice what one folder costs. */
function makeFolder(folder: string, made: Set<string>): void {
  const above = path.dirname(folder)
  if (made.has(above)) makeOne(folder)
  else mkdirSync(folder, { recursive: true })
  made.add(folder).add(above)
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!hasCode(error, 'EEXIST') || !statSync(folder).isDirectory()) throw error
  }
}

function openNew(file: string, name: string): number {
  try {
    return openSync(file, 'wx')
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw writtenTwice(name)
    throw error
  }
}

const entryOf = ({ bytes, mediaType, digest, immutable, forwards }: Artifact): FileEntry => ({
  mediaType,
  size: bytes.length,
  digest,
  ...(immutable && { immutable: true }),
  ...(forwards && { forwards: true }),
})
