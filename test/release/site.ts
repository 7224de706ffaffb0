import { createHash } from 'node:crypto'
import type { Artifact } from '../../src/release/artifact.ts'
import { beginRelease, type ReleaseDraft, type ReleaseFacts } from '../../src/release/begin-release.ts'
import { mediaTypeOf } from '../../src/release/media-type.ts'

export const digestOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('base64url')

export const artifact = (name: string, text: string): Artifact => ({
  path: name,
  bytes: Buffer.from(text),
  mediaType: mediaTypeOf(name),
  digest: digestOf(text),
  immutable: false,
})

export const facts = (inputs: string): ReleaseFacts => ({
  generator: '0',
  inputs,
  counts: { pages: 1, posts: 0, tags: 0, leftOut: { drafts: 0, future: 0, expired: 0 } },
  warnings: [],
  redirects: {},
  gone: [],
  schedule: [],
})

export type Texts = Readonly<Record<string, string>>

/** Takes over what it can, as a build does that finds it in its cache, and writes the rest. */
const writeAll = (draft: ReleaseDraft, files: Texts) =>
  Object.entries(files).map(([name, text]) => {
    const made = artifact(name, text)
    const old = draft.previous?.manifest.files[name]
    const isTaken = old?.digest === made.digest && draft.link(name, old)
    return [name, isTaken ? old : draft.write(made)] as const
  })

/** Publishes files in a folder. Each call is a second after the one before, from `time` on. */
export function createPublisher(root: string, time = Date.UTC(2026, 10, 24, 9)) {
  let second = 0
  return async (files: Texts, inputs = 'a') => {
    const draft = await beginRelease({ root, clock: () => time + 1000 * second++ })
    return draft.finish(writeAll(draft, files), facts(inputs))
  }
}
