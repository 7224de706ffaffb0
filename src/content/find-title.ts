import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { isTooDeep } from './is-too-deep.ts'

/** The first-level heading that names a page. */
export type Title = {
  readonly text: string
  /** Line of the body, from 1. */
  readonly line: number
}

/** A line that looks like a first-level heading, or like the line under one. */
const CANDIDATE = /^ {0,3}(?:#[ \t].*|=+[ \t]*\r?)$/m

/**
 * Finds the first first-level heading of a Markdown text. To know what is one takes a parser (`#` in code is none,
 * a line over `===` is one); it runs only where a line looks like one, and mostly on no more than what is before it.
 */
export function findTitle(body: string): Title | undefined {
  const candidate = CANDIDATE.exec(body)
  if (!candidate || isTooDeep(body)) return undefined
  return titleIn(body.slice(0, candidate.index + candidate[0].length)) ?? titleIn(body)
}

function titleIn(text: string): Title | undefined {
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(text)
  return titleOf(children.find((node) => node.type === 'heading' && node.depth === 1))
}

function titleOf(heading: RootContent | undefined): Title | undefined {
  const text = textOf(heading, { includeHtml: false }).replaceAll(/\s+/g, ' ').trim()
  return text === '' ? undefined : { text, line: heading?.position?.start.line ?? 1 }
}
