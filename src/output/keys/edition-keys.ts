import { digestOf } from '../../base/digest-of.ts'
import { onceAsked, onceEach } from '../../base/once.ts'
import type { Page } from '../../content/page.ts'
import { momentFor } from '../../theme/reads-of.ts'
import type { Theme } from '../../theme/theme.ts'
import { createSiteView } from '../create-site-view.ts'
import { bodyOf, type Edition } from '../edition.ts'

export type KeysInput = {
  readonly edition: Edition
  /** The site in all its languages. */
  readonly sites: readonly Edition['site'][]
  readonly theme: Theme
  /** A digest of Inkseal's version, Node's, and the config with all that it is made of. */
  readonly ground: string
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/** Digests of what one language's files are made from. Each is made when it is asked for, once. */
export type EditionKeys = {
  /**
   * Of what each file may say of its site: the config (by `ground`), what layouts see of the site but for its pages
   * (titles, menus, languages, sections, taxonomies, params), its data and strings, and what heads and feeds take from
   * the home page. Not the home page's dates, which are those of the newest post: nothing else says them.
   */
  readonly site: () => string
  /** The same, with the theme, and the day where the theme reads the clock. */
  readonly document: () => string
  /** Of a page with its body, and of its terms: all that lists and feeds show of it. */
  readonly entry: (page: Page) => string
  /** Of what a link to the page says. */
  readonly link: (page: Page) => string
  /** Of all entries, in order. */
  readonly entries: () => string
}

export function createKeys(input: KeysInput): EditionKeys {
  const { edition, theme, ground, now } = input
  const { site } = edition
  const link = onceEach(({ id, title, matter, url, state }: Page) =>
    JSON.stringify([id, title, matter.linkTitle, url, state, matter.outputs, matter.build.render]),
  )
  const entry = onceEach((page: Page) => {
    const { digest } = bodyOf(edition, page)
    const { url, title, state } = page
    const terms = site.termsOf.get(page.id) ?? []
    return digestOf(JSON.stringify([page.digest, url, title, state, digest, terms.map(link)]))
  })
  const siteKey = onceAsked(() => digestOf(JSON.stringify([ground, siteParts(input)])))
  return {
    site: siteKey,
    document: onceAsked(() => digestOf(JSON.stringify([siteKey(), theme.digest, momentFor(theme, now)]))),
    entry,
    link,
    entries: onceAsked(() => digestOf(site.pages.map(entry).join('\n'))),
  }
}

function siteParts({ edition: { site }, sites }: KeysInput): readonly unknown[] {
  const { data: _data, t: _t, ...view } = createSiteView(site, sites)
  const { title, url, matter } = site.home
  const { description, linkTitle, outputs, build } = matter
  return [view, site.surroundings, title, url, description, linkTitle, outputs, build]
}
