/** What one of the two programs makes of a site, in the same words for both. */
export type Dump = {
  /** Every published file, sorted, with `/` and without a leading one. */
  readonly files: readonly string[]
  /** Those of them that only lead elsewhere: file → URL path, or a whole URL on another host. */
  readonly aliases: Readonly<Record<string, string>>
  /** Every page that has a document, by URL path. */
  readonly pages: Readonly<Record<string, PageDump>>
  /** Per language. */
  readonly sites: Readonly<Record<string, SiteDump>>
  /** Of each sitemap and feed: the paths that it names, in its order. */
  readonly listings: Readonly<Record<string, readonly string[]>>
}

export type SiteDump = {
  readonly title: string
  /** URL paths of all regular pages. */
  readonly regular: readonly string[]
  /** Menu → `name URL weight` of its entries, two spaces in front for each level below the first. */
  readonly menus: Readonly<Record<string, readonly string[]>>
}

export type PageDump = {
  readonly kind: string
  readonly language: string
  readonly section: string
  readonly type: string
  readonly layout: string
  /** Below its content folder; empty for a page that no file describes. */
  readonly file: string
  readonly title: string
  readonly linkTitle: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly draft: boolean
  readonly weight: number
  /** ISO 8601 in UTC; empty where there is none. */
  readonly date: string
  readonly lastmod: string
  readonly publishDate: string
  readonly expiryDate: string
  /** Taxonomy → titles of its terms. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  /** `language URL` */
  readonly translations: readonly string[]
  /** Neighbours in the section: the newer one is `next`. */
  readonly previous: string
  readonly next: string
  /** `## id text` of each heading. */
  readonly headings: readonly string[]
  /** `id text`, two spaces in front for each level below the first. */
  readonly contents: readonly string[]
  /** Plain text, white space as single spaces. */
  readonly summary: string
  readonly truncated: boolean
  readonly words: number
  readonly minutes: number
  readonly text: string
  /** `name: title` of the files of a bundle. */
  readonly resources: readonly string[]
  readonly lists: ListDump | undefined
}

export type ListDump = {
  /** What `/page/2/` and so on go through: URL paths; `file:` and its path for a page that has no document. */
  readonly paginated: readonly string[]
  /** Of a taxonomy: `count title URL` by title. */
  readonly terms: readonly string[]
}
