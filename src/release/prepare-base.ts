import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Base } from './base.ts'
import { findBase } from './find-base.ts'
import { isFileIntact } from './is-intact.ts'
import { linkFile } from './link-file.ts'
import { parseManifest } from './parse-manifest.ts'
import { releaseDirectory } from './release-paths.ts'
import type { FormerRelease } from './write-target.ts'

export type PrepareOrder = {
  readonly root: string
  /** The release to prepare a folder for. */
  readonly id: string
  readonly previous: FormerRelease
}

/** First which files of the release before are not as they were written, then the folder that is ready. */
export type PrepareReport = { readonly edited: ReadonlySet<string> } | { readonly base: Base }

// Runs in a thread of its own: of ten thousand files, each is looked at or linked beside the rest of the build.
const { root, id, previous } = workerData as PrepareOrder
const { files, id: idBefore } = parseManifest(readFileSync(previous.manifestFile))
const edited = new Set(
  Object.entries(files).flatMap(([name, entry]) =>
    isFileIntact(path.join(previous.dir, name), entry, previous.writtenAt) ? [] : [name],
  ),
)
report({ edited })
report({ base: findBase(root, { id: idBefore, files }) ?? linkAll() })

function report(what: PrepareReport): void {
  parentPort?.postMessage(what)
}

function linkAll(): Base {
  const made = new Set<string>()
  for (const name of Object.keys(files)) {
    if (edited.has(name)) continue
    const file = path.join(releaseDirectory(root, id), name)
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    linkFile(path.join(previous.dir, name), file)
  }
  return { name: id, lacking: edited, extra: [] }
}
