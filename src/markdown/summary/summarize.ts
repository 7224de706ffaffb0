import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { isAnchor, isFootnoteLabel, plainText, withoutAnchors } from '../plain-text.ts'
import { findSummaryEnd, type SummaryOptions } from './find-summary-end.ts'
import { splitAtMark } from './split-at-mark.ts'

export type Summary = {
  readonly nodes: readonly ElementContent[]
  /** Whether the author says where it ends. */
  readonly isMarked: boolean
  /** Whether the page goes on behind it. */
  readonly truncated: boolean
}

export type SummarySource = SummaryOptions & {
  /** The page's own URL, percent-encoded. */
  readonly url: string
  /** The heading that gives the page its title: it counts, and is left out. */
  readonly title?: Element | undefined
}

/**
 * Takes a document's summary, as Hugo 0.169 does: all before the comment `<!--more-->`, which goes; or the
 * blocks from the beginning to the one whose paragraph holds the 70th word. Where the mark stands in a list or a
 * quote, that is closed. Ids and heading links stay behind, since a summary stands beside others; what leads to a
 * place on the page, such as a footnote, leads there from anywhere.
 */
export function summarize(tree: Root, { url, title, ...options }: SummarySource): Summary {
  const before = splitAtMark(tree)
  const strip = createStrip(url, title)
  const nodes = (before ?? findSummaryEnd(tree.children, options)).flatMap(strip)
  return {
    nodes,
    isMarked: before !== undefined,
    truncated: lengthOf(nodes) < lengthOf(tree.children.flatMap(strip)),
  }
}

/** Pictures and players have no text. */
const lengthOf = (nodes: readonly ElementContent[]) =>
  plainText({ type: 'root', children: [...nodes] }).replaceAll(/\s+/g, '').length + countElements(nodes)

const countElements = (nodes: readonly ElementContent[]): number =>
  nodes.reduce(
    (sum, node) =>
      node.type === 'text' ? sum : sum + 1 + (node.type === 'element' ? countElements(node.children) : 0),
    0,
  )

function createStrip(url: string, title: Element | undefined) {
  const strip = (node: RootContent): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type === 'raw') return [{ ...node, value: stripHtml(node.value, url) }]
    if (node.type !== 'element' || node === title || isAnchor(node) || isFootnoteLabel(node)) return []
    return [
      { ...node, properties: stripProperties(node.properties, url), children: node.children.flatMap(strip) },
    ]
  }
  return strip
}

function stripProperties({ id: _, ariaDescribedBy: __, ...rest }: Properties, url: string): Properties {
  const { href } = rest
  return typeof href === 'string' && href.startsWith('#') ? { ...rest, href: url + href } : rest
}

const stripHtml = (html: string, url: string) =>
  withoutAnchors(html)
    .replaceAll(/(<[a-z][^<>]*?) id="[^"]*"/gi, '$1')
    .replaceAll(/(<a\b[^<>]*? href=")#/gi, (_, start: string) => `${start}${url}#`)
