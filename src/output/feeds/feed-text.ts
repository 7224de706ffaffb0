import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
// Gives hast its `raw` nodes.
import type {} from 'remark-rehype'
import { VFile } from 'vfile'
import { plainText as textOf } from '../../markdown/plain-text.ts'
import { visit } from '../../markdown/visit.ts'

/** What may be an attribute with a URL that has no scheme; text that looks like one counts as well. */
const RELATIVE = /\s(?:(?:href|src|poster)\s*=\s*(?!["']?[a-z][a-z\d+.-]*:)|srcset\s*=)/i

/** A heading's link to itself: a feed reader would show its sign behind every heading. */
const ANCHOR = /<a class="anchor" [^>]*>#<\/a>/g

/** HTML for feed readers, who have no page that a link could be relative to. What only looks like one stays. */
export function withAbsoluteUrls(page: string, base: string): string {
  const html = page.replaceAll(ANCHOR, '')
  // A parser takes a third of the time that a post takes in all: it looks where there may be something to do.
  if (!RELATIVE.test(html)) return html
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

const absolute = (url: string, base: string) =>
  !URL.canParse(url) && URL.canParse(url, base) ? new URL(url, base).href : url

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
