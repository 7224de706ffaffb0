/** A program that makes a site of a folder, and how to have it do so. */
export type Tool = {
  readonly name: string
  readonly version: string
  /** Program and arguments, to be run in the site's folder. */
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Writes what the site's folder holds beside the posts in `content/posts`. */
  readonly prepare: (site: string) => void
  /** What it leaves in a site's folder: without these, it begins anew. The first is what it publishes. */
  readonly leaves: readonly [string, ...string[]]
  /** What nobody should read a figure without. */
  readonly note?: string
}
