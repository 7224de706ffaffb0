import type { Root } from 'mdast'
import type { Parser, Processor } from 'unified'
import type { VFile } from 'vfile'

/** What is done to a tree as soon as it is parsed, with the very text that its positions are in. */
export type TreeStep = (tree: Root, text: string, file: VFile) => void

/**
 * Lets a step follow a processor's parser. A plugin that reads the source has to run there: one that wraps the
 * parser later may give it another text than the file's (shortcodes do), and correct the positions afterwards.
 */
export function wrapParser(processor: Processor, name: string, step: TreeStep): void {
  const parse = processor.parser as Parser<Root> | undefined
  if (!parse) throw new TypeError(`${name} comes after a parser such as remark-parse`)
  const parser: Parser<Root> = (document, file) => {
    const tree = parse(document, file)
    step(tree, document, file)
    return tree
  }
  processor.parser = parser
}
