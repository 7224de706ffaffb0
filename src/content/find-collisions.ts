import type { Diagnostic } from '../base/diagnostic.ts'
import { SiteError } from '../base/site-error.ts'
import type { Page } from './page.ts'
import { placeOfKey } from './read-matter.ts'
import type { Resource } from './site.ts'
import { splitMatter } from './split-matter.ts'

/**
 * Sees to it that no two things share a URL. (Hugo keeps quiet and one of them wins.)
 *
 * @throws SiteError content/duplicate-url
 */
export function findCollisions(pages: readonly Page[], resources: readonly Resource[]): void {
  const taken = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const claim = (url: string, name: string, place: Diagnostic['place']) => {
    // File systems of two of three users know no case, and there the second file would overwrite the first.
    const key = url.toLowerCase()
    const first = taken.get(key)
    if (first === undefined) taken.set(key, name)
    else diagnostics.push(collision(url, { first, place }))
  }
  for (const page of pages) claim(page.url, page.source?.path ?? `the list ${page.url}`, placeOfUrl(page))
  for (const { path, url } of resources) claim(url, `content/${path}`, { path: `content/${path}` })
  if (diagnostics.length > 0) throw new SiteError(diagnostics)
}

function collision(url: string, { first, place }: { first: string; place: Diagnostic['place'] }): Diagnostic {
  return {
    code: 'content/duplicate-url',
    severity: 'error',
    message: `Cannot publish two things as ${url}: ${first} is published there`,
    hint: 'Rename one of the two files, or give one of them another `slug`',
    ...(place && { place }),
  }
}

/** Where the author set the URL: at `url` or `slug`, else the file as a whole. */
function placeOfUrl({ source, matter }: Page): Diagnostic['place'] {
  if (!source) return undefined
  const key = matter.url === undefined ? (matter.slug === undefined ? undefined : 'slug') : 'url'
  if (key === undefined) return { path: source.path }
  return placeOfKey({ ...source, split: splitMatter(source.path, source.text) }, key)
}
