import type { Note } from '../base/workshop.ts'
import type { Artifact } from '../release/artifact.ts'

/** A file of the release, to be made if it is not there already. */
export type FileTask = {
  /** Inside the release. */
  readonly path: string
  /** A digest of its path and of all that its bytes are made from, but for what is noted. */
  readonly key: () => string
  /** @throws SiteError theme/render, content/read, output/card */
  readonly make: (note: Note) => Artifact | Promise<Artifact>
  /** What a noted question is answered now. */
  readonly answer: (question: string) => string
  /** Whether only the thread that has begun the build can make it. */
  readonly isBoundHere?: boolean
}

/** A task that notes nothing. */
export const plainTask = (task: Omit<FileTask, 'answer'>): FileTask => ({ ...task, answer: () => '' })
