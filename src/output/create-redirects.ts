import path from 'node:path'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'
import type { Document } from './list-documents.ts'

/**
 * Old addresses and where they lead: the aliases of front matter, site-absolute or relative to the page, and
 * `/posts/page/1/`, which Hugo's sites have.
 */
export function createRedirects(
  site: Site,
  documents: readonly Document[],
): Readonly<Record<string, string>> {
  const redirects: Record<string, string> = {}
  for (const { url } of documents) {
    const list = /^(.*\/)page\/2\/$/.exec(url)?.[1]
    if (list !== undefined) redirects[`${list}page/1/`] = encodeURI(list)
  }
  for (const page of site.pages) {
    for (const alias of page.matter.aliases) redirects[aliasOf(alias, page)] = encodeURI(page.url)
  }
  // What is published wins over an address that it has left.
  for (const { url } of documents) delete redirects[url]
  return redirects
}

function aliasOf(alias: string, { url }: Page): string {
  // Hugo resolves a relative alias from the page's parent: `../old` of /posts/a/ is /old.
  const absolute = alias.startsWith('/') ? alias : path.posix.join(path.posix.dirname(url), alias)
  return absolute.endsWith('/') || path.posix.extname(absolute) !== '' ? absolute : `${absolute}/`
}
