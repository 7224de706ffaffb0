import type { OutputFormat } from '../../config/config.ts'
import type { MatterRecord } from './parse-matter.ts'

export type MatterMenu = {
  readonly identifier: string | undefined
  readonly name: string | undefined
  readonly title: string | undefined
  readonly parent: string | undefined
  readonly weight: number | undefined
  readonly pre: string | undefined
  readonly post: string | undefined
  readonly params: MatterRecord
}

export type ResourceMatter = {
  /** A glob of paths relative to the bundle. */
  readonly src: string
  readonly name: string | undefined
  readonly title: string | undefined
  readonly params: MatterRecord
}

export type BuildMatter = {
  readonly list: 'always' | 'local' | 'never'
  readonly render: 'always' | 'link' | 'never'
  readonly publishResources: boolean
}

/** What a page's front matter says, with the names and fallbacks of Hugo's manual. */
export type FrontMatter = {
  readonly title: string | undefined
  readonly linkTitle: string | undefined
  readonly description: string | undefined
  readonly summary: string | undefined
  /** date ← date, publishDate, pubDate, published, lastmod, modified */
  readonly date: Date | undefined
  /** Minutes ahead of UTC of the clock that `date` is written by; undefined for the site's own. */
  readonly dateOffset: number | undefined
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
  /** The content type, where it is not the section (Hugo's manual, "Content types"). */
  readonly type: string | undefined
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  /** Where the page adds itself to menus, by the menu's name. */
  readonly menus: Readonly<Record<string, MatterMenu>>
  /** Names, titles and params for a bundle's files, as their author writes them. */
  readonly resources: readonly ResourceMatter[]
  /** Formats instead of those of the page's kind; none where the author gives none. */
  readonly outputs: readonly OutputFormat[]
  readonly sitemap: {
    readonly changeFrequency: string | undefined
    readonly priority: number | undefined
    readonly disable: boolean
  }
  /** Ties translations whose paths differ. */
  readonly translationKey: string | undefined
  readonly isCjk: boolean | undefined
  /** Whether the page is in lists, and whether it is published (Hugo's manual, "Build options"). */
  readonly build: BuildMatter
  /** What the pages below have, in the order of writing; each is front matter with a `target`. */
  readonly cascade: readonly MatterRecord[]
  /** Plural name of a taxonomy → the terms, as the author wrote them. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  /** That the body is HTML or Markdown, where the file's ending says otherwise. */
  readonly markup: 'markdown' | 'html' | undefined
  /** Everything else, and what stands under `params:`. Keys in lower case. */
  readonly params: Readonly<Record<string, unknown>>
}
