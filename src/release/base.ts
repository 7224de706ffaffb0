import type { Manifest } from './manifest.ts'

/** A folder that is to become a release, told by how it differs from the release before. */
export type Base = {
  /** Its name under `releases/`. */
  readonly name: string
  /** Files of the release before that are not there, or not with the same bytes. */
  readonly lacking: ReadonlySet<string>
  /** Files that are there, and not in the release before, or not with these bytes. */
  readonly extra: readonly string[]
}

/** An empty folder. */
export const emptyBase = (name: string, before: Manifest['files']): Base => ({
  name,
  lacking: new Set(Object.keys(before)),
  extra: [],
})
