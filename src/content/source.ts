/** A Markdown file as it was read. The path is relative to the content folder, with `/`. */
export type Source = {
  readonly path: string
  readonly bytes: Uint8Array
  /** As the author knows it, relative to the site's folder. Default: `content/` and the path. */
  readonly name?: string
}
