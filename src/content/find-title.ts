import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** The first-level heading that names a page. */
export type Title = {
  readonly text: string
  /** Line of the body, from 1. */
  readonly line: number
}

/**
 * Finds the first first-level heading of a Markdown text. To know what is one takes a parser (`#` in code is none,
 * a line over `===` is one); it runs only where a line looks like one.
 */
export function findTitle(body: string): Title | undefined {
  if (!/^ {0,3}(?:#[ \t]|=+[ \t]*\r?$)/m.test(body)) return undefined
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(body)
  const heading = children.find((node) => node.type === 'heading' && node.depth === 1)
  const text = textOf(heading, { includeHtml: false }).replaceAll(/\s+/g, ' ').trim()
  return text === '' ? undefined : { text, line: heading?.position?.start.line ?? 1 }
}
