import { digestOf } from '../../base/digest-of.ts'
import { onceAsked, onceEach } from '../../base/once.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { momentFor } from '../../theme/reads-of.ts'
import type { Theme } from '../../theme/theme.ts'
import { createSiteView } from '../create-site-view.ts'
import { bodyOf, type Edition } from '../edition.ts'

export type KeysInput = {
  readonly edition: Edition
  /** The site in all its languages. */
  readonly sites: readonly Site[]
  readonly theme: Theme
  /** A digest of Inkseal's version, Node's, and the config with all that it is made of. */
  readonly ground: string
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/** Digests of what one language's files are made from. Each is made when it is asked for, once. */
export type EditionKeys = {
  /**
   * Of what each file may say of its site: the config (by `ground`), the site's title, and what heads and feeds take
   * from the home page. Not its dates, which are those of the newest post: only documents of the home page say them.
   */
  readonly site: () => string
  /**
   * The same, with what layouts see of the site but for its pages (menus, sections, taxonomies, languages, params, data,
   * strings), the theme, and the day where the theme reads the clock.
   */
  readonly document: () => string
  /** Of a page with its body, and of its terms: all that lists and feeds show of it. */
  readonly entry: (page: Page) => string
  /** Of what a link to the page says. */
  readonly link: (page: Page) => string
  /** Of all entries, in order. */
  readonly entries: () => string
}

export function createKeys({ edition, sites, theme, ground, now }: KeysInput): EditionKeys {
  const { site } = edition
  const link = onceEach(({ id, title, matter, url, state }: Page) =>
    short([id, title, matter.linkTitle, url, state, matter.outputs, matter.build.render]),
  )
  const entry = onceEach((page: Page) => {
    const { digest } = bodyOf(edition, page)
    const { url, title, state } = page
    const terms = site.termsOf.get(page.id) ?? []
    return short([page.digest, url, title, state, digest, terms.map(link)])
  })
  const siteKey = onceAsked(() => digestOf(JSON.stringify([ground, homeParts(site)])))
  const seen = () => [viewOf(site, sites), site.surroundings, theme.digest, momentFor(theme, now)]
  return {
    site: siteKey,
    document: onceAsked(() => digestOf(JSON.stringify([siteKey(), seen()]))),
    entry,
    link,
    entries: onceAsked(() => digestOf(site.pages.map(entry).join('\n'))),
  }
}

/** 132 bits: what is joined to longer keys, many times. */
const short = (parts: readonly unknown[]) => digestOf(JSON.stringify(parts)).slice(0, 22)

function homeParts({ title, home }: Site): readonly unknown[] {
  const { description, linkTitle, outputs, build } = home.matter
  return [title, home.title, home.url, description, linkTitle, outputs, build]
}

/** Data and strings may be large, and have a digest. */
function viewOf(site: Site, sites: readonly Site[]) {
  const { data: _data, t: _t, ...view } = createSiteView(site, sites)
  return view
}
