/** A page's file as it was read. The path is relative to the content folder, with `/`. */
export type Source = {
  readonly path: string
  readonly bytes: Uint8Array
  /** As the author knows it, relative to the site's folder. Default: `content/` and the path. */
  readonly name?: string
  /** When it was last written, where the config asks (`:fileModTime`). */
  readonly modified?: Date | undefined
  /** When it was last committed to Git, where the config asks (`:git`). */
  readonly committed?: Date | undefined
}
