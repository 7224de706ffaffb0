import { encodePath } from '../base/encode-path.ts'
import type { FileEntry } from '../release/manifest.ts'
import type { Release } from '../release/release.ts'

export type FileRoute = {
  readonly kind: 'file'
  /** The folder of the release that the file is of. */
  readonly dir: string
  readonly path: string
  readonly entry: FileEntry
  /** Milliseconds since 1970, whole seconds. */
  readonly lastModified: number | undefined
}

export type NotFoundRoute = { readonly folder: string; readonly route: FileRoute }

export type Route =
  | FileRoute
  /** `to` is a path with what follows it, or an absolute URL; encoded, ready for Location. */
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'gone' }

/** Every address that a release answers, by its decoded path. What is not in the table does not exist. */
export type RouteTable = {
  readonly release: Release
  readonly routes: ReadonlyMap<string, Route>
  /** The pages for addresses that do not exist, each for a folder (`/`, `/fr/`), the deepest first. */
  readonly notFound: readonly NotFoundRoute[]
}

/**
 * Works out, once for a release, what each address is answered with, so that a request costs one look-up.
 *
 * @param older tables of releases before it, the newest first: their fingerprinted files stay, for open pages
 */
export function routeTable(release: Release, older: readonly RouteTable[] = []): RouteTable {
  const routes = new Map<string, Route>()
  const files = fileRoutes(release)
  const pages = files.filter(({ path, entry }) => !isNotFound(path) && !entry.forwards)
  for (const route of pages) routes.set(addressOf(route.path), route)
  addAuthored(routes, release)
  addForwarding(routes, files)
  addCanonical(routes, files)
  for (const table of older) addImmutable(routes, table)
  return { release, routes, notFound: notFoundPages(files) }
}

const NOT_FOUND = '404.html'

const isNotFound = (path: string) => path === NOT_FOUND || path.endsWith(`/${NOT_FOUND}`)

/** `fr/404.html` is for all that begins with `/fr/`. Without one for the whole site, the first stands in. */
function notFoundPages(files: readonly FileRoute[]): readonly NotFoundRoute[] {
  const pages = files
    .filter(({ path }) => isNotFound(path))
    .map((route) => ({ folder: `/${route.path.slice(0, -NOT_FOUND.length)}`.normalize(), route }))
  return [...pages, ...pages.slice(0, 1).map((page) => ({ ...page, folder: '/' }))].sort(
    (a, b) => b.folder.length - a.folder.length,
  )
}

/** The page for an address that does not exist. */
export const notFoundFor = (address: string, { notFound }: RouteTable): FileRoute | undefined =>
  notFound.find(({ folder }) => address.startsWith(folder))?.route

/** Where nothing redirects after all (in a circle, say), the page that leads on does it itself. */
function addForwarding(routes: Map<string, Route>, files: readonly FileRoute[]): void {
  for (const route of files)
    if (route.entry.forwards && !routes.has(addressOf(route.path))) routes.set(addressOf(route.path), route)
}

function fileRoutes({ dir, manifest }: Release): FileRoute[] {
  const builtAt = Math.floor(Date.parse(manifest.builtAt) / 1000) * 1000
  const lastModified = Number.isNaN(builtAt) ? undefined : builtAt
  return Object.entries(manifest.files)
    .filter(([path]) => isPublic(path))
    .map(([path, entry]) => ({ kind: 'file', dir, path, entry, lastModified }))
}

/** No dotfiles but `.well-known` (RFC 8615), and nothing that is not a plain relative path. */
function isPublic(path: string): boolean {
  if (/[\\\0]/.test(path)) return false
  return path
    .split('/')
    .every((part, index) => part !== '' && (!part.startsWith('.') || (index === 0 && part === '.well-known')))
}

const addressOf = (path: string) => `/${path.normalize().replace(/(^|\/)index\.html$/, '$1')}`

/** Redirects and removed pages of the manifest: with and without the last slash, and never over a file. */
function addAuthored(routes: Map<string, Route>, { manifest }: Release): void {
  const files: ReadonlyMap<string, Route> = new Map(routes)
  const targets = new Map(Object.entries(manifest.redirects).map(([from, to]) => [decode(from), to]))
  const add = (path: string, route: Route) => {
    if (files.has(path)) return
    for (const address of spellings(path))
      if (!routes.has(address) && !(route.kind === 'redirect' && leadsTo(route.to, address)))
        routes.set(address, route)
  }
  for (const [from, target] of targets) {
    const to = finalTarget(target, targets, files)
    if (to !== undefined) add(from, { kind: 'redirect', to })
  }
  for (const path of manifest.gone) add(decode(path), { kind: 'gone' })
}

/** The given one first, then its neighbours, which lead the same way where nothing else is said of them. */
function spellings(address: string): readonly string[] {
  const bare = address.replace(/\/(index\.html)?$/, '')
  return bare === '' ? [address] : [address, bare, `${bare}/`]
}

/** Follows redirects that lead to redirects, so that a client makes one hop. Undefined where they go in a circle. */
function finalTarget(
  start: string,
  targets: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, Route>,
): string | undefined {
  let target = start
  for (let hops = 0; hops <= targets.size; hops++) {
    if (!URL.canParse(target, HERE)) return undefined
    const url = new URL(target, HERE)
    if (url.origin !== HERE) return url.href
    const address = decode(url.pathname)
    const next = files.has(address) ? undefined : targets.get(address)
    if (next === undefined) {
      const slash = !files.has(address) && files.has(`${address}/`) ? '/' : ''
      return `${url.pathname}${slash}${url.search}${url.hash}`
    }
    target = next
  }
  return undefined
}

const leadsTo = (to: string, address: string) => decode(new URL(to, HERE).pathname) === address

/** A host that cannot be, to resolve paths against. */
const HERE = 'http://here.invalid'

/** `/x` and `/x/index.html` lead to `/x/`. */
function addCanonical(routes: Map<string, Route>, files: readonly FileRoute[]): void {
  for (const { path } of files) {
    const address = addressOf(path)
    if (!address.endsWith('/')) continue
    const there = routes.get(address)
    const redirect: Route = there?.kind === 'redirect' ? there : { kind: 'redirect', to: encodePath(address) }
    for (const other of [`${address}index.html`, address.slice(0, -1)])
      if (other !== '' && !routes.has(other)) routes.set(other, redirect)
  }
}

/** Only its own: what it took over from tables before it has had its time. */
function addImmutable(routes: Map<string, Route>, { release, routes: older }: RouteTable): void {
  for (const [address, route] of older)
    if (route.kind === 'file' && route.entry.immutable && route.dir === release.dir && !routes.has(address))
      routes.set(address, route)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize()
  } catch {
    return path
  }
}
