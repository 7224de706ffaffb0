import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { decodePath } from '../base/decode-path.ts'
import { encodePath } from '../base/encode-path.ts'
import { visit } from './visit.ts'

export type LinkOptions = {
  /**
   * Gives the URL path that a relative path means, seen from the page that the file is, or one from the root that
   * names a Markdown file; undefined leaves the link as it is. The path comes decoded, without query and fragment.
   */
  readonly resolve: (relative: string, file: VFile) => string | undefined
}

declare module 'hast' {
  interface ElementData {
    /** By attribute: what an address was before it was resolved. */
    linkTargets?: Readonly<Record<string, string>> | undefined
  }
}

/** Where elements hold the addresses of what they lead to or show. */
export const linkAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  img: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
}

/** Lets authors link as their editor does: to `other.md` or `picture.png`, from where their file lies. */
export function rehypeLinks({ resolve }: LinkOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'a') takeWikilink(node)
      for (const name of linkAttributes[node.tagName] ?? [])
        resolveAttribute(node, name, (path) => resolve(path, file))
    })
  }
}

/** A link by name has its address already. */
function takeWikilink(node: Element): void {
  const { dataWikilink } = node.properties
  if (typeof dataWikilink !== 'string') return
  delete node.properties.dataWikilink
  node.data = { ...node.data, linkTargets: { href: dataWikilink } }
}

function resolveAttribute(
  node: Element,
  name: string,
  resolve: (relative: string) => string | undefined,
): void {
  const { properties } = node
  const value = properties[name]
  const address = typeof value === 'string' ? resolveAddress(value, resolve) : undefined
  if (typeof value !== 'string' || address === undefined) return
  properties[name] = address
  node.data = { ...node.data, linkTargets: { ...node.data?.linkTargets, [name]: value } }
}

/** What an address is resolved to, percent-encoded; undefined where it stays as it is. */
export function resolveAddress(
  address: string,
  resolve: (relative: string) => string | undefined,
): string | undefined {
  // With a scheme, or on the page itself: nothing to find out.
  if (/^([a-z][a-z\d+.-]*:|\/\/|#|\?|$)/i.test(address)) return undefined
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  // From the root it is an address, unless it names a file that is none.
  if (path.startsWith('/') && !/\.(md|markdown)$/i.test(path)) return undefined
  const url = resolve(decodePath(path))
  return url === undefined ? undefined : encodePath(url) + rest
}
