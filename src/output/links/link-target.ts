import { decodePath } from '../../base/decode-path.ts'

export type LinkTarget = {
  /** Decoded URL path, NFC. */
  readonly path: string
  /** Decoded, without the `#`; empty where there is none. */
  readonly fragment: string
}

export type LinkBase = {
  /** URL path of the page that holds the link. */
  readonly page: string
  /** The site's own origin. */
  readonly origin: string
}

/** Where a link leads inside the site, or undefined where it leads elsewhere: to another host, or to a mailbox. */
export function targetOf(url: string, { page, origin }: LinkBase): LinkTarget | undefined {
  const plain = plainTarget(url, page)
  if (plain) return plain
  if (isElsewhere(url, origin)) return undefined
  const base = new URL(encodeURI(page), origin)
  if (!URL.canParse(url, base)) return undefined
  const target = new URL(url, base)
  if (target.origin !== base.origin || !/^https?:$/.test(target.protocol)) return undefined
  return { path: decodePath(target.pathname).normalize(), fragment: decodePath(target.hash.slice(1)) }
}

/** The same for a path from the root, and for a fragment, where nothing in them has to be decoded or resolved. */
function plainTarget(url: string, page: string): LinkTarget | undefined {
  const [matched, path = page, fragment = ''] = PLAIN.exec(url) ?? []
  if (matched === undefined || path.includes('/.') || !PLAIN_PATH.test(path)) return undefined
  return { path, fragment }
}

const PLAIN = /^(\/[\w/.~-]*)?(?:#([\w-]*))?$/
const PLAIN_PATH = /^\/(?!\/)[\w/.~-]*$/

/**
 * Whether a URL leads to another host, as far as that is plain to see: most links of most sites, and to take an
 * address apart by the book is slow. Where it says false, that says nothing.
 */
export function isElsewhere(url: string, origin: string): boolean {
  const host = /^https?:\/\/((?:[a-z\d-]+\.)+[a-z][a-z\d-]*)(?=[/?#]|$)/.exec(url)?.[1]
  return host !== undefined && host !== origin.slice(origin.indexOf('//') + 2)
}
