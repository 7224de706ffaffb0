import type { Random } from './random.ts'
import type { Workspace } from './workspace.ts'

/** Something that an author may do to a site. */
export type Edit = {
  /** The part of the site, and what happens to it: `post: a new title`. */
  readonly name: string
  /** Does it, and says to what; undefined where there is nothing that it could be done to, and nothing was. */
  readonly apply: (site: Workspace, random: Random) => string | undefined
}
