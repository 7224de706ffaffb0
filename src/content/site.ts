import type { Config } from '../config/config.ts'
import type { Page } from './page.ts'

/** A section and the regular pages in it and below it, in the order of lists. */
export type Section = { readonly page: Page; readonly pages: readonly Page[] }

/** What has the term, in the order of lists: regular pages, and sections as well. */
export type Term = { readonly page: Page; readonly pages: readonly Page[] }

export type Taxonomy = {
  /** The plural: `tags`. */
  readonly name: string
  readonly page: Page
  /** In the order of the alphabet; those that no page has, but a file describes, as well. */
  readonly terms: readonly Term[]
}

/** A file among the content that is published as it is. */
export type Resource = {
  /** Path inside the content folder. */
  readonly path: string
  /** Where it lies on this machine, absolute. */
  readonly file: string
  /** URL path. */
  readonly url: string
  /** The id of the page in whose bundle it lies, and what it is called there. */
  readonly owner: string | undefined
  readonly name: string
  readonly title: string
  readonly params: Readonly<Record<string, unknown>>
  /** False where the bundle says `publishResources: false`, and where another language publishes the file. */
  readonly published: boolean
}

/** An entry of a menu, its page looked up. `children` are in order. */
export type MenuItem = {
  readonly identifier: string
  readonly name: string
  /** Tooltip. */
  readonly title: string | undefined
  /** URL path, not percent-encoded, or an address elsewhere; empty for one that only holds others. */
  readonly url: string
  readonly weight: number
  readonly page: Page | undefined
  readonly pre: string | undefined
  readonly post: string | undefined
  readonly params: Readonly<Record<string, unknown>>
  readonly children: readonly MenuItem[]
}

export type Neighbours = { readonly previous: Page | undefined; readonly next: Page | undefined }

/** Everything known before the first page is rendered. Nothing in it changes any more. */
export type Site = {
  readonly config: Config
  readonly title: string
  readonly home: Page
  /** The regular pages of all sections, or of the config's `mainSections`, in the order of lists. */
  readonly posts: readonly Page[]
  /** Every page, lists included. */
  readonly pages: readonly Page[]
  readonly sections: readonly Section[]
  readonly taxonomies: readonly Taxonomy[]
  readonly resources: readonly Resource[]
  /** By the id of the page in whose bundle they lie. */
  readonly resourcesOf: ReadonlyMap<string, readonly Resource[]>
  /** By the path inside the content folder. */
  readonly resourceUrls: ReadonlyMap<string, string>
  readonly byUrl: ReadonlyMap<string, Page>
  /** By the path inside the content folder. */
  readonly bySource: ReadonlyMap<string, Page>
  /** By page id; `previous` is the older one. Only pages in a section have any. */
  readonly neighbours: ReadonlyMap<string, Neighbours>
  /** By page id: the terms of each page, as pages. */
  readonly termsOf: ReadonlyMap<string, readonly Page[]>
  /** By page id: the same page in the other languages, in their order. */
  readonly translations: ReadonlyMap<string, readonly Page[]>
  /** By name; `main` is missing where nobody has made one. */
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>
  /** The pages most related to a page, at most 30 of them, the nearest first. */
  readonly related: (page: Page) => readonly Page[]
  /** What lies in `data/`, by the path without its ending: `data/authors/ada.yaml` → `data.authors.ada`. */
  readonly data: Readonly<Record<string, unknown>>
  /** A string of the i18n tables in this language, else in the default one; undefined where neither has it. */
  readonly translate: (key: string, context?: unknown) => string | undefined
  /** A page by its logical path or by that of its file, from a page or from the root (Hugo's `GetPage`); `language` asks for another. */
  readonly findPage: (ref: string, from?: Page, language?: string) => Page | undefined
  /** A page that this build does not show, found in the same way. */
  readonly findHidden: (ref: string, from?: Page, language?: string) => Page | undefined
  /** The pages whose path ends in that name, of this language: what an ambiguous reference may mean. */
  readonly pagesNamed: (name: string) => readonly Page[]
  /** Whether a name may be that of a page whose file has mistakes: of a link to such a one, nothing can be said. */
  readonly isUnread: (name: string) => boolean
  /** Moments to come at which a page appears or expires, in order. */
  readonly schedule: readonly Date[]
  /** A digest of the data files and of the tables of strings. */
  readonly surroundings: string
}
