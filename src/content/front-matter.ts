/** What a page's front matter says, with the names and fallbacks of Hugo's manual. */
export type FrontMatter = {
  readonly title: string | undefined
  readonly linkTitle: string | undefined
  readonly description: string | undefined
  readonly summary: string | undefined
  /** date ← date, publishDate, pubDate, published, lastmod, modified */
  readonly date: Date | undefined
  /** lastmod ← lastmod, modified, date */
  readonly lastmod: Date | undefined
  /** publishDate ← publishDate, pubDate, published, date: the page is hidden before. */
  readonly publishDate: Date | undefined
  /** expiryDate ← expiryDate, unpublishDate: the page is hidden from then on. */
  readonly expiryDate: Date | undefined
  readonly draft: boolean
  /** 0 where none is given; pages with a weight come before those without. */
  readonly weight: number
  readonly slug: string | undefined
  readonly url: string | undefined
  readonly layout: string | undefined
  readonly aliases: readonly string[]
  /** Plural name of a taxonomy → the terms, as the author wrote them. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  /** Everything else, and what stands under `params:`. Keys in lower case. */
  readonly params: Readonly<Record<string, unknown>>
}
