import type { Root } from 'mdast'
import type { Parser, Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { isTooDeep } from '../../content/is-too-deep.ts'
import { createReference } from './create-reference.ts'
import { isTooDeepTree } from './is-too-deep-tree.ts'
import { isUnsafe } from './is-unsafe.ts'
import { loadNative } from './load-native.ts'

export type NativeOptions = {
  /** `remark`: remark-parse for every document. Default: `native`, with remark-parse where it must be. */
  readonly parser?: 'native' | 'remark' | undefined
  /** GitHub Flavored Markdown. Default: true. */
  readonly gfm?: boolean | undefined
  /** PHP Markdown Extra's definition lists. Default: false. */
  readonly definitionLists?: boolean | undefined
  /** Tells a native binary's functions; by default those of satteri, undefined where it has none for this machine. */
  readonly load?: typeof loadNative | undefined
}

/**
 * A parser of CommonMark and GFM in the place of remark-parse and remark-gfm, which gives the same tree twenty times as fast (satteri). It hands a document to remark-parse where no native binary
 * loads, where a plugin adds to the syntax (micromark extensions), and where the two are known to differ.
 */
export const remarkNative: Plugin<[NativeOptions?], string, Root> = function (this: Processor, options = {}) {
  const { parser = 'native', gfm = true, definitionLists = false, load = loadNative } = options
  let reference: Parser<Root> | undefined
  const parse: Parser<Root> = (document, file) => {
    // As CommonMark §2.3 has it for NUL, and as UTF-8 has it for half a character: the length stays.
    const text = document.toWellFormed().replaceAll('\0', '\ufffd')
    if (file.data.format === 'html') return htmlTree(text)
    if (isTooDeep(text)) return refuse(file)
    const isExtended = (this.data('micromarkExtensions') ?? []).length > 0
    const native = parser === 'native' && !isExtended && !isUnsafe(text) ? load() : undefined
    if (!native) reference ??= createReference(this, { gfm, definitionLists })
    const tree = native
      ? native(text, { features: { gfm, definitionList: definitionLists, frontmatter: false } })
      : (reference as Parser<Root>)(text, file)
    return isTooDeepTree(tree) ? refuse(file) : tree
  }
  this.parser = parse
}

/** A page that is written in HTML: all of it is raw. */
function htmlTree(value: string): Root {
  const lines = value.split('\n')
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: value.length }
  const position = { start: { line: 1, column: 1, offset: 0 }, end }
  return { type: 'root', children: [{ type: 'html', value, position }], position }
}

function refuse(file: VFile): Root {
  const message = file.message('Cannot read the Markdown: quotes, lists or emphasis are nested too deep', {
    source: 'inkseal',
    ruleId: 'markdown/nesting',
  })
  message.note = 'Take markers such as > or - out; two hundred levels are read'
  message.fatal = true
  return { type: 'root', children: [] }
}
