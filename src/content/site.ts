import type { Config } from '../config/config.ts'
import type { Page } from './page.ts'

/** A section and the regular pages in it and below it, in the order of lists. */
export type Section = { readonly page: Page; readonly pages: readonly Page[] }

export type Term = { readonly page: Page; readonly pages: readonly Page[] }

export type Taxonomy = {
  /** The plural: `tags`. */
  readonly name: string
  readonly page: Page
  /** By title. */
  readonly terms: readonly Term[]
}

/** A file among the content that is published as it is. */
export type Resource = {
  /** Path inside the content folder. */
  readonly path: string
  /** URL path. */
  readonly url: string
}

export type Neighbours = { readonly previous: Page | undefined; readonly next: Page | undefined }

/** Everything known before the first page is rendered. Nothing in it changes any more. */
export type Site = {
  readonly config: Config
  readonly title: string
  readonly home: Page
  /** The regular pages of all sections, in the order of lists. */
  readonly posts: readonly Page[]
  /** Every page, lists included. */
  readonly pages: readonly Page[]
  readonly sections: readonly Section[]
  readonly taxonomies: readonly Taxonomy[]
  readonly resources: readonly Resource[]
  /** By the path inside the content folder. */
  readonly resourceUrls: ReadonlyMap<string, string>
  readonly byUrl: ReadonlyMap<string, Page>
  /** By the path inside the content folder. */
  readonly bySource: ReadonlyMap<string, Page>
  /** By page id; `previous` is the older one. Only pages in a section have any. */
  readonly neighbours: ReadonlyMap<string, Neighbours>
  /** By page id: the terms of each page, as pages. */
  readonly termsOf: ReadonlyMap<string, readonly Page[]>
  /** Moments to come at which a page appears or expires, in order. */
  readonly schedule: readonly Date[]
}
