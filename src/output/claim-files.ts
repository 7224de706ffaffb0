import { SiteError } from '../base/site-error.ts'
import { fileOfUrl } from '../content/file-of-url.ts'
import { type Claim, findCollisions } from '../content/find-collisions.ts'
import { listClaims, nameOfPage } from '../content/list-claims.ts'
import type { Site } from '../content/site.ts'
import type { Theme } from '../theme/theme.ts'
import { feedFile, listFeeds } from './create-feeds.ts'
import { feedNames } from './create-views.ts'
import type { Document } from './list-documents.ts'

export type ClaimInput = {
  readonly site: Site
  readonly theme: Theme
  readonly documents: readonly Document[]
  /** Paths of the static files. */
  readonly statics: readonly string[]
}

/**
 * Lists every file of the release with what it is, before any is made, and sees to it that each is one thing. A
 * static file goes before a file of the theme of the same name, and that before a generated one, so that an author
 * can bring her own `robots.txt` or `favicon.svg`; in the place of a page it is an error.
 *
 * @throws SiteError content/duplicate-url
 */
export function claimFiles({ site, theme, documents, statics }: ClaimInput): readonly Claim[] {
  const later = documents
    .filter(({ number }) => number > 1)
    .map(({ url, number, name }) => generated(fileOfUrl(url), `page ${number} of ${name}`))
  const authored = [...listClaims(site), ...later, ...statics.map(claimOfStatic)]
  const taken = new Set(statics)
  const yielding = [
    ...theme.files.map(({ path }) => generated(path, `a file of the theme "${theme.name}"`)),
    ...generatedFiles(site),
  ]
  const rest = yielding.filter(({ file }) => !taken.has(file) && taken.add(file))
  const claims = [...authored, ...rest]
  const collisions = findCollisions(claims)
  if (collisions.length > 0) throw new SiteError(collisions)
  return claims
}

const claimOfStatic = (file: string): Claim => ({
  file,
  name: `static/${file}`,
  place: { path: `static/${file}` },
})

function generatedFiles(site: Site): readonly Claim[] {
  const feeds = listFeeds(site).flatMap(({ page }) =>
    Object.values(feedNames).map((name) =>
      generated(feedFile(page, name), `the feed of ${nameOfPage(page)}`),
    ),
  )
  return [
    ...feeds,
    generated('404.html', 'the page for what is not found'),
    generated('sitemap.xml', 'the sitemap'),
    generated('robots.txt', 'the file for search engines'),
  ]
}

const generated = (file: string, name: string): Claim => ({
  file,
  name,
  place: undefined,
  hint: 'Give the page another address; a plain file of your own goes before it from static/',
})
