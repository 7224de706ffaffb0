import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { VFile } from 'vfile'
import type { Body, BodyOptions } from './body.ts'
import { collectReferences } from './collect-references.ts'
import { countWords } from './count-words.ts'
import { plainText } from './plain-text.ts'
import { summarize } from './summary/summarize.ts'

/** What the pipeline has made of a document. The tree is used up. */
export function bodyOfTree(tree: Root, file: VFile, options: BodyOptions): Body {
  const { url, text, titleLine, summaryLength, isCjk } = options
  const title = findTitle(tree, titleLine)
  const words = plainText(tree)
  const cjk = isCjk(words)
  const { nodes, isMarked, truncated } = summarize(tree, { length: summaryLength, cjk, url, title })
  const references = collectReferences(tree, { path: file.path, text })
  tree.children = tree.children.filter((node) => node !== title)
  const { headings = [] } = file.data
  const titleHeading = headings.find(({ id }) => id === title?.properties.id)
  return {
    html: toHtml(tree, { allowDangerousHtml: true }),
    titleHeading,
    headings: headings.filter((heading) => heading !== titleHeading),
    summary: { html: serialize(nodes), isMarked, truncated },
    words: countWords(words, { cjk }),
    ...references,
  }
}

/** The heading that gives the page its title, where the body begins with it: further down it belongs to what surrounds it. */
function findTitle(tree: Root, titleLine: number | undefined): Element | undefined {
  if (titleLine === undefined) return undefined
  const first = tree.children.find(
    (node) => node.type !== 'comment' && !(node.type === 'text' && node.value.trim() === ''),
  )
  if (first?.type !== 'element' || first.tagName !== 'h1') return undefined
  return first.position?.start.line === titleLine ? first : undefined
}

const serialize = (nodes: readonly ElementContent[]) =>
  toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true }).trim()
