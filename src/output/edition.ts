import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import type { Rendered } from '../markdown/rendered.ts'

/** The site in one language, with its bodies. Ids of pages are of one edition: two languages may share them. */
export type Edition = {
  readonly site: Site
  /** By page id; a page without a source has none. */
  readonly rendered: ReadonlyMap<string, Rendered>
}

/** A page's body; a page without a source has an empty one. */
export const bodyOf = ({ rendered }: Pick<Edition, 'rendered'>, page: Page): Rendered =>
  rendered.get(page.id) ?? { ...empty, page }

const empty = {
  digest: '',
  html: '',
  titleHeading: undefined,
  headings: [],
  contents: [],
  summary: '',
  truncated: false,
  words: 0,
  cjk: false,
  links: [],
  ids: new Set<string>(),
  assets: [],
}
