import type { Diagnostic } from '../base/diagnostic.ts'

/** One published file. `digest` is the SHA-256 of the bytes in base64url, `size` is in bytes. */
export type FileEntry = {
  readonly mediaType: string
  readonly size: number
  readonly digest: string
  /** True where the name holds a fingerprint of the bytes, so that a browser may keep it for a year. */
  readonly immutable?: true
  /** True where it only leads on, for hosts that cannot redirect: the redirect at its address goes before it. */
  readonly forwards?: true
}

/**
 * What the build tells the server; nothing else passes between them. It is written last, so a release without it
 * is not one.
 */
export type Manifest = {
  readonly version: 2
  /** The release's id, also the name of its folder. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly builtAt: string
  /** The version of Inkseal that built it. */
  readonly generator: string
  /** Says what the release was made from, so that a later build can be spared. */
  readonly inputs: string
  /** What its author was told when it was built, and is told again while nothing has changed. */
  readonly warnings: readonly Diagnostic[]
  /** What a person wants to know of it; how many. */
  readonly counts: {
    readonly pages: number
    readonly posts: number
    readonly tags: number
    /** Pages that are not shown, by why. */
    readonly leftOut: { readonly drafts: number; readonly future: number; readonly expired: number }
  }
  /** Files by their path inside the release, with `/` and without a leading one: `posts/a/index.html`. */
  readonly files: Readonly<Record<string, FileEntry>>
  /** Permanent redirects (301): URL path → URL path or absolute URL. */
  readonly redirects: Readonly<Record<string, string>>
  /** URL paths that were published once and are answered 410. */
  readonly gone: readonly string[]
  /** ISO 8601 moments at which a page appears or expires, in order: a build after one gives another site. */
  readonly schedule: readonly string[]
}
