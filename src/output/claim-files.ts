import type { Diagnostic } from '../base/diagnostic.ts'
import { type Claim, findCollisions } from '../content/find-collisions.ts'
import { listClaims, nameOfPage } from '../content/list-claims.ts'
import type { Site } from '../content/site.ts'
import { fileOfUrl } from '../content/url/file-of-url.ts'
import type { Theme } from '../theme/theme.ts'
import type { PlannedCard } from './cards/card.ts'
import { sitemapPaths } from './create-sitemap.ts'
import type { Document } from './document.ts'
import { feedsOf } from './feeds/list-feeds.ts'
import { markdownUrlOf } from './markdown/markdown-url.ts'

export type ClaimInput = {
  /** The site in all its languages. */
  readonly sites: readonly Site[]
  readonly theme: Theme
  readonly documents: readonly Document[]
  /** Paths of the static files. */
  readonly statics: readonly string[]
  /** The cards that are drawn. */
  readonly cards?: readonly PlannedCard[]
}

export type Claims = {
  readonly claims: readonly Claim[]
  /** Those of them that want the place of another. */
  readonly collisions: readonly Diagnostic[]
}

/**
 * Lists every file of the release with what it is, before any is made, and sees to it that each is one thing. A
 * static file goes before a file of the theme of the same name, and that before a generated one, so that an author
 * can bring her own `robots.txt` or `favicon.svg`; in the place of a page it is an error.
 */
export function claimFiles({ sites, theme, documents, statics, cards = [] }: ClaimInput): Claims {
  const later = documents
    .filter(({ number }) => number > 1)
    .map(({ url, number, name }) => generated(fileOfUrl(url), `page ${number} of ${name}`))
  const authored = [...sites.flatMap(listClaims), ...later, ...statics.map(claimOfStatic)]
  const taken = new Set(statics)
  const yielding = [
    ...theme.files.map(({ path }) => generated(path, `a file of the theme "${theme.name}"`)),
    ...sites.flatMap(generatedFiles),
    ...sitemapPaths(sites).map((path) => generated(path, 'the sitemap')),
    ...cards.map(({ path }) => generated(path, 'a social card')),
    ...(robotsOf(sites) ? [generated('robots.txt', 'the file for search engines')] : []),
  ]
  const rest = yielding.filter(({ file }) => !taken.has(file) && taken.add(file))
  const claims = [...authored, ...rest]
  return { claims, collisions: findCollisions(claims) }
}

/** Whether a `robots.txt` is made; an author's own lies in `static/`. */
export const robotsOf = ([main]: readonly Site[]): boolean =>
  main !== undefined && !main.config.disabled.has('robotstxt')

const claimOfStatic = (file: string): Claim => ({
  file,
  name: `static/${file}`,
  place: { path: `static/${file}` },
})

function generatedFiles(site: Site): readonly Claim[] {
  const { disabled, language, llms } = site.config
  const beside = site.pages.flatMap((page) => {
    const markdown = markdownUrlOf(page, site)
    return [
      ...feedsOf(page, site).map(({ url }) => generated(fileOfUrl(url), `the feed of ${nameOfPage(page)}`)),
      ...(markdown ? [generated(fileOfUrl(markdown), `the Markdown of ${nameOfPage(page)}`)] : []),
    ]
  })
  const file = (name: string) => fileOfUrl(`${language.prefix}/${name}`)
  return [
    ...beside,
    ...(disabled.has('404') ? [] : [generated(file('404.html'), 'the page for what is not found')]),
    ...(llms ? [generated(file('llms.txt'), 'the list for language models')] : []),
  ]
}

const generated = (file: string, name: string): Claim => ({
  file,
  name,
  place: undefined,
  hint: 'Give the page another address; a plain file of your own goes before it from static/',
})
