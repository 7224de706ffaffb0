/** The file in the site's folder that remembers addresses. It is meant to be committed. */
export const URL_MEMORY_FILE = 'urls.json'

/** What is remembered of the addresses that a site has and had. URLs are paths and not percent-encoded. */
export type UrlMemory = {
  /** By source (`content/posts/a.md`): the pages that were published, and by what each is known again under another name. */
  readonly pages: Readonly<Record<string, RememberedPage>>
  /** Addresses that were left, and the source of the page that had them. */
  readonly moved: Readonly<Record<string, string>>
  /** Addresses of pages that are not there any more. */
  readonly gone: readonly string[]
}

export type RememberedPage = {
  readonly url: string
  readonly title: string
  /** ISO 8601, as exact as its author wrote it. */
  readonly date?: string
  /** See sketchText. */
  readonly sketch?: string
}

export const emptyMemory: UrlMemory = { pages: {}, moved: {}, gone: [] }
