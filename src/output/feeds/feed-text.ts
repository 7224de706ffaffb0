import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import { VFile } from 'vfile'
import { plainText as textOf } from '../../markdown/plain-text.ts'
import { visit } from '../../markdown/visit.ts'
import { rewriteUrls } from './rewrite-urls.ts'

/** What may be an attribute with a URL that has no scheme; text that looks like one counts as well. */
const RELATIVE = /\s(?:(?:href|src|poster)\s*=\s*(?!["']?[a-z][a-z\d+.-]*:)|srcset\s*=)/i

/** A heading's link to itself: a feed reader would show its sign behind every heading. */
const ANCHOR = /<a class="anchor" [^>]*>#<\/a>/g

/** HTML for feed readers, who have no page that a link could be relative to. What only looks like one stays. */
export function withAbsoluteUrls(page: string, base: string): string {
  const html = page.replaceAll(ANCHOR, '')
  if (!RELATIVE.test(html)) return html
  return rewriteUrls(html, (url) => absolute(url, base)) ?? parsedWithAbsoluteUrls(html, base)
}

/** HTML of any kind. A parser takes as long as all else of a post together. */
function parsedWithAbsoluteUrls(html: string, base: string): string {
  const tree = parse(html)
  visit(tree, 'element', ({ properties }) => {
    for (const name of ['href', 'src', 'poster']) {
      const url = properties[name]
      if (typeof url === 'string') properties[name] = absolute(url, base)
    }
    const { srcSet } = properties
    if (typeof srcSet === 'string') properties.srcSet = absoluteSources(srcSet, base)
  })
  return toHtml(tree)
}

function absolute(url: string, base: string): string {
  // Most links are plain paths, and to take an address apart by the book is slow.
  if (PLAIN_PATH.test(url)) return originOf(base) + url
  return !URL.canParse(url) && URL.canParse(url, base) ? new URL(url, base).href : url
}

/** A path from the root, without an empty step or one that begins with a dot. */
const PLAIN_PATH = /^\/(?:[\w~-][\w.~-]*(?:\/|$|(?=[?#])))*(?:[?#][\w=&/-]*)?$/

const originOf = (url: string) => url.slice(0, url.indexOf('/', url.indexOf('//') + 2))

/** Candidates are parted by commas, which a URL may hold as well, though not at its end (HTML §4.8.4.2.1). */
const absoluteSources = (sources: string, base: string) =>
  [...sources.matchAll(/[\s,]*(\S*[^\s,])(\s+[^,]+)?/g)]
    .map(([, url = '', descriptor = '']) => `${absolute(url, base)}${descriptor.trimEnd()}`)
    .join(', ')

/** The text of HTML in one line. */
export const plainText = (html: string): string => textOf(parse(html)).replaceAll(/\s+/g, ' ').trim()

function parse(html: string): Root {
  const raw: Root = { type: 'root', children: [{ type: 'raw', value: html }] }
  return rehypeRaw()(raw, new VFile())
}
