/** A page's file as it was found. The path is relative to the content folder, with `/`. */
export type Source = {
  readonly path: string
  /** As the author knows it, relative to the site's folder. Default: `content/` and the path. */
  readonly name?: string
  /** What changes whenever the file does. Default: its digest is the only one that does. */
  readonly stamp?: string
  /**
   * The file's bytes. They are the caller's only until the next file is read.
   *
   * @throws SiteError content/read
   */
  readonly read: () => Uint8Array
  /** When it was last written, where the config asks (`:fileModTime`). */
  readonly modified?: Date | undefined
  /** When it was last committed to Git, where the config asks (`:git`). */
  readonly committed?: Date | undefined
}

export const nameOfSource = ({ name, path }: Pick<Source, 'name' | 'path'>): string =>
  name ?? `content/${path}`
