import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { markdownToMdast } from 'satteri'
import { type Parser, type PluggableList, type Processor, unified } from 'unified'

/** The reference parser, and the native one as it is: what is to hold for posts must hold for both. */
export const bothParsers = [
  ['remark-parse', () => begin([remarkGfm])],
  ['satteri', () => begin([native])],
] as const

const begin = (plugins: PluggableList) => unified().use(remarkParse).use(plugins)

function native(this: Processor): void {
  const parser: Parser<Root> = (document) => markdownToMdast(document) as Root
  this.parser = parser
}
