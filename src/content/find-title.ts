import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { isTooDeep } from './is-too-deep.ts'
import { endOfCandidate, type FindTitle, type Title } from './title.ts'

/**
 * Finds the first first-level heading of a Markdown text. To know what is one takes a parser (`#` in code is none,
 * a line over `===` is one); it runs only where a line looks like one, and mostly on no more than what is before it.
 */
export const findTitle: FindTitle = (body) => {
  const end = endOfCandidate(body)
  if (end === undefined || isTooDeep(body)) return undefined
  return titleIn(body.slice(0, end)) ?? titleIn(body)
}

function titleIn(text: string): Title | undefined {
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(text)
  return titleOf(children.find((node) => node.type === 'heading' && node.depth === 1))
}

function titleOf(heading: RootContent | undefined): Title | undefined {
  const text = textOf(heading, { includeHtml: false }).replaceAll(/\s+/g, ' ').trim()
  return text === '' ? undefined : { text, line: heading?.position?.start.line ?? 1 }
}
