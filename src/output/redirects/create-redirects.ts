import path from 'node:path'
import { decodePath } from '../../base/decode-path.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { encodePath } from '../../base/encode-path.ts'
import type { Config } from '../../config/config.ts'
import { type Claim, foldersOf, keyOf } from '../../content/find-collisions.ts'
import { matterTextOf } from '../../content/matter/matter-text.ts'
import { placeOfItem } from '../../content/matter/place-of-key.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { fileOfUrl } from '../../content/url/file-of-url.ts'
import { hasUglyUrls } from '../../content/url/has-ugly-urls.ts'
import type { Document } from '../document.ts'
import { urlOfNumber } from '../paginate.ts'
import { type AliasPage, fileOfAlias } from './alias-page.ts'

export type RedirectInput = {
  /** The site in all its languages. */
  readonly sites: readonly Site[]
  readonly documents: readonly Document[]
  /** Every file that is published. */
  readonly claims: readonly Claim[]
  /** Where pages were and where they are now: URL path → URL path. What their authors say goes before it. */
  readonly moved?: ReadonlyMap<string, string>
  /** Where pages were that are not there any more. */
  readonly gone?: readonly string[]
}

export type Redirects = {
  /** Old address → encoded new one. */
  readonly redirects: Readonly<Record<string, string>>
  /** URL paths that nothing is published at any more and that lead nowhere. */
  readonly gone: readonly string[]
  /** Pages at those addresses, where the config wants them. */
  readonly pages: readonly AliasPage[]
  /** An alias that leads nowhere. What is published wins over an address that it has left. */
  readonly warnings: readonly Diagnostic[]
}

/**
 * Old addresses and where they lead: the aliases of front matter, site-absolute or relative to the page,
 * `/posts/page/1/` and `/en/`, which Hugo's sites have, and where pages were before they moved.
 */
export function createRedirects({
  sites,
  documents,
  claims,
  moved = new Map(),
  gone = [],
}: RedirectInput): Redirects {
  const files = new Map(claims.map((claim) => [claim.file.normalize(), claim]))
  const taken = (url: string) =>
    filesOf(url)
      .map((file) => files.get(file))
      .find(Boolean)
  const owners = new Map<string, Page>()
  const warnings: Diagnostic[] = []
  for (const alias of sites.flatMap(aliasesOf)) {
    const { page } = alias
    if (alias.from === undefined) {
      warnings.push(unused(alias, elsewhere))
      continue
    }
    const owner = owners.get(alias.from)
    const claim = taken(alias.from)
    if (claim && claim === taken(page.url)) continue
    if (claim) warnings.push(unused(alias, isPublished(claim)))
    else if (owner && owner !== page) warnings.push(unused(alias, isOwned(owner)))
    else owners.set(alias.from, page)
  }
  const own = [
    ...sites.flatMap((site) => firstPages(site, documents)).filter(([from]) => !taken(from)),
    ...homeOfDefault(sites).filter(([from]) => !taken(from)),
  ]
  const redirects = new Map([
    ...[...moved].filter(([from]) => !taken(from)).map(([from, to]): Redirect => [from, encodePath(to)]),
    ...own,
    ...[...owners].map(([from, page]): Redirect => [from, encodePath(page.url)]),
  ])
  const isOwn = new Set(own.map(([from]) => from))
  const pages = aliasPages(
    [...redirects].filter(([from]) => sites[0]?.config.aliasPages || (isOwn.has(from) && !owners.has(from))),
    { sites, claims },
  )
  // An alias that is a file as pages are (`/old.html`) was written without that, and leads on as it was written too.
  const written = [...owners]
    .filter(
      ([from, page]) =>
        from.endsWith('.html') &&
        !page.matter.aliases.some((alias) => alias.endsWith(path.posix.basename(from))),
    )
    .map(([from, page]): Redirect => [from.replace(/\.html$/, '/'), encodePath(page.url)])
    .filter(([from]) => !redirects.has(from) && !taken(from))
  return {
    redirects: Object.fromEntries([...redirects, ...written]),
    gone: gone.filter((url) => !redirects.has(url) && !taken(url)),
    pages,
    warnings,
  }
}

type Redirect = readonly [from: string, to: string]
type Alias = {
  readonly page: Page
  /** As it is written. */
  readonly alias: string
  /** The path that it means; undefined where it is on another site. */
  readonly from: string | undefined
}

/** Every list has a first page that is called so. */
function firstPages({ config }: Site, documents: readonly Document[]): readonly Redirect[] {
  return documents
    .filter(({ isList, language }) => isList && language === config.language.code)
    .map(({ url }) => [urlOfNumber(url, 1, config.pagination), encodePath(url)])
}

/** Where the default language is at `/`, `/en/` leads there; where it is at `/en/`, `/` does. */
function homeOfDefault(sites: readonly Site[]): readonly Redirect[] {
  const main = sites.find(({ config }) => config.language.isDefault)
  if (!main?.config.urls.languageRedirect || sites.length < 2) return []
  const { code, prefix } = main.config.language
  const from = prefix === '' ? `/${code.toLowerCase()}/` : '/'
  return [[from, encodePath(main.home.url)]]
}

/**
 * Each in the language that its address is in; a file that cannot be beside the others stays out, for the server
 * redirects anyway.
 */
function aliasPages(
  redirects: readonly Redirect[],
  { sites, claims }: Pick<RedirectInput, 'sites' | 'claims'>,
): readonly AliasPage[] {
  if (redirects.length === 0) return []
  const byPrefix = sites.toSorted((a, b) => b.config.language.prefix.length - a.config.language.prefix.length)
  const isFree = freeFiles(claims)
  return redirects.flatMap(([from, to]) => {
    const isIn = ({ config: { language } }: Site) => `${from}/`.startsWith(`${language.prefix}/`)
    const site = byPrefix.find(isIn) ?? sites.find(({ config }) => config.language.isDefault)
    const file = fileOfAlias(decodePath(from))
    if (!site || !isFree(file)) return []
    const { url, language } = site.config.site
    return [{ file, target: URL.canParse(to) ? to : url + to, language }]
  })
}

/** Says of a file whether it can be beside those that there are, and then keeps its place. */
function freeFiles(claims: readonly Claim[]): (file: string) => boolean {
  const files = new Set(claims.map(({ file }) => keyOf(file)))
  const folders = new Set([...files].flatMap(foldersOf))
  return (file) => {
    const key = keyOf(file)
    const above = foldersOf(key)
    if (files.has(key) || folders.has(key) || above.some((folder) => files.has(folder))) return false
    files.add(key)
    for (const folder of above) folders.add(folder)
    return true
  }
}

const aliasesOf = ({ pages, config }: Site): readonly Alias[] =>
  pages
    .filter(({ matter }) => matter.build.render === 'always')
    .flatMap((page) =>
      page.matter.aliases.map((alias) => ({ page, alias, from: addressOf(alias, { page, config }) })),
    )

type AliasContext = { readonly page: Page; readonly config: Config }

/** The path that an alias means, or undefined where it is on another site. */
function addressOf(alias: string, { page, config }: AliasContext): string | undefined {
  const { url: origin } = config.site
  if (!/^([a-z][a-z\d+.-]*:)?\/\//i.test(alias)) return pathOf(alias, { page, config })
  const url = URL.canParse(alias, origin) ? new URL(alias, origin) : undefined
  // A whole address names its language itself.
  return url?.origin === origin ? withSlash(path.posix.normalize(url.pathname)) : undefined
}

function pathOf(alias: string, { page, config }: AliasContext): string {
  // Hugo resolves a relative alias from the page's parent (`../old` of /posts/a/ is /old), and one from the root
  // below the page's language.
  const absolute = alias.startsWith('/')
    ? path.posix.join('/', config.language.prefix, alias)
    : path.posix.join(path.posix.dirname(page.url), alias)
  if (path.posix.extname(absolute) !== '') return withSlash(absolute)
  // Where pages are files, so are the addresses that they had.
  return hasUglyUrls(page.path, config.urls) ? `${absolute.replace(/\/$/, '')}.html` : withSlash(absolute)
}

const withSlash = (url: string) => (url.endsWith('/') || path.posix.extname(url) !== '' ? url : `${url}/`)

/** The files that would answer at an address; an alias may be written with or without its percent signs. */
function filesOf(address: string): readonly string[] {
  const url = decodePath(address).normalize()
  return url.endsWith('/') ? [fileOfUrl(url)] : [fileOfUrl(url), fileOfUrl(`${url}/`)]
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
      place: placeOfItem(matterTextOf(source), 'aliases', alias),
    }),
  }
}
