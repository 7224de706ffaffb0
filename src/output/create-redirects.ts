import path from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { encodePath } from '../base/encode-path.ts'
import { fileOfUrl } from '../content/file-of-url.ts'
import type { Claim } from '../content/find-collisions.ts'
import type { Page } from '../content/page.ts'
import { placeOfKey } from '../content/place-of-key.ts'
import type { Site } from '../content/site.ts'
import { splitMatter } from '../content/split-matter.ts'
import type { Document } from './list-documents.ts'

export type RedirectInput = {
  readonly site: Site
  readonly documents: readonly Document[]
  /** Every file that is published. */
  readonly claims: readonly Claim[]
}

export type Redirects = {
  /** Old address → encoded new one. */
  readonly redirects: Readonly<Record<string, string>>
  /** An alias that leads nowhere. What is published wins over an address that it has left. */
  readonly warnings: readonly Diagnostic[]
}

/**
 * Old addresses and where they lead: the aliases of front matter, site-absolute or relative to the page, and
 * `/posts/page/1/`, which Hugo's sites have.
 */
export function createRedirects({ site, documents, claims }: RedirectInput): Redirects {
  const files = new Map(claims.map((claim) => [claim.file.normalize(), claim]))
  const taken = (url: string) =>
    filesOf(url)
      .map((file) => files.get(file))
      .find(Boolean)
  const owners = new Map<string, Page>()
  const warnings: Diagnostic[] = []
  for (const { page, alias } of aliasesOf(site)) {
    const from = addressOf(alias, { page, origin: site.config.site.url })
    if (from === undefined) {
      warnings.push(unused({ page, alias }, elsewhere))
      continue
    }
    const owner = owners.get(from)
    const claim = taken(from)
    if (claim && claim === taken(page.url)) continue
    if (claim) warnings.push(unused({ page, alias }, isPublished(claim)))
    else if (owner && owner !== page) warnings.push(unused({ page, alias }, isOwned(owner)))
    else owners.set(from, page)
  }
  const redirects = [
    ...firstPages(documents).filter(([from]) => !taken(from)),
    ...[...owners].map(([from, page]): Redirect => [from, encodePath(page.url)]),
  ]
  return { redirects: Object.fromEntries(redirects), warnings }
}

type Redirect = readonly [from: string, to: string]
type Alias = { readonly page: Page; readonly alias: string }

function firstPages(documents: readonly Document[]): readonly Redirect[] {
  return documents
    .filter(({ number }) => number === 2)
    .map(({ url }) => url.replace(/page\/2\/$/, ''))
    .map((list) => [`${list}page/1/`, encodePath(list)])
}

const aliasesOf = ({ pages }: Site): readonly Alias[] =>
  pages.flatMap((page) => page.matter.aliases.map((alias) => ({ page, alias })))

/** The path that an alias means, or undefined where it is on another site. */
function addressOf(alias: string, { page, origin }: { page: Page; origin: string }): string | undefined {
  if (!/^([a-z][a-z\d+.-]*:)?\/\//i.test(alias)) return pathOf(alias, page)
  const url = URL.canParse(alias, origin) ? new URL(alias, origin) : undefined
  return url?.origin === origin ? pathOf(url.pathname, page) : undefined
}

function pathOf(alias: string, { url }: Page): string {
  // Hugo resolves a relative alias from the page's parent: `../old` of /posts/a/ is /old.
  const absolute = alias.startsWith('/')
    ? path.posix.normalize(alias)
    : path.posix.join(path.posix.dirname(url), alias)
  return absolute.endsWith('/') || path.posix.extname(absolute) !== '' ? absolute : `${absolute}/`
}

/** The files that would answer at an address; an alias may be written with or without its percent signs. */
function filesOf(address: string): readonly string[] {
  const url = decode(address).normalize()
  return url.endsWith('/') ? [fileOfUrl(url)] : [fileOfUrl(url), fileOfUrl(`${url}/`)]
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const elsewhere = {
  reason: 'it is an address of another site',
  hint: 'Write the path that the page had on this site, such as /old/',
}

const isPublished = ({ name }: Claim) => ({
  reason: `${name} is published there`,
  hint: 'Take the alias out, or give what is published there another address',
})

const isOwned = (owner: Page) => ({
  reason: `it leads to ${owner.source?.path ?? owner.url} already`,
  hint: 'Take the alias out of one of the two pages',
})

function unused({ page, alias }: Alias, { reason, hint }: { reason: string; hint: string }): Diagnostic {
  const { source } = page
  return {
    code: 'content/alias',
    severity: 'warning',
    message: `Cannot redirect ${alias} to ${page.url}: ${reason}`,
    hint,
    ...(source && {
      place: placeOfKey({ ...source, split: splitMatter(source.path, source.text) }, 'aliases'),
    }),
  }
}
