import { createRequire } from 'node:module'
import type { Root } from 'mdast'
import { type Parser, type Processor, unified } from 'unified'

/**
 * The reference parser: remark-parse with GFM and what the plugins of `processor` add to the syntax.
 * Required, not imported, as late as the first document that needs it.
 */
export function createReference(
  processor: Processor,
  { gfm, definitionLists }: { readonly gfm: boolean; readonly definitionLists: boolean },
): Parser<Root> {
  const { default: remarkParse } = require('remark-parse') as typeof import('remark-parse')
  const reference = unified().use(remarkParse)
  if (gfm) {
    const { default: remarkGfm } = require('remark-gfm') as typeof import('remark-gfm')
    reference.use(remarkGfm)
  }
  if (definitionLists) {
    const { remarkDefinitionList } =
      require('remark-definition-list') as typeof import('remark-definition-list')
    reference.use(remarkDefinitionList)
  }
  reference.freeze()
  const data = reference.data()
  const added = processor.data()
  const extended = unified()
    .use(remarkParse)
    .data({
      ...added,
      micromarkExtensions: [...(data.micromarkExtensions ?? []), ...(added.micromarkExtensions ?? [])],
      fromMarkdownExtensions: [
        ...(data.fromMarkdownExtensions ?? []),
        ...(added.fromMarkdownExtensions ?? []),
      ],
    })
    .freeze()
  return extended.parser as Parser<Root>
}

const require = createRequire(import.meta.url)
