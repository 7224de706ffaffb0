import { isRecord } from '../../merge-records.ts'
import type { HugoContext, HugoRule } from '../hugo-rule.ts'
import { asCount, asFlag, asLowerText, asNumber, asRecord, valueAt } from '../read-values.ts'

const goldmark = 'markup.goldmark'

/** How Markdown is read. */
export const markupRules: readonly HugoRule[] = [
  { from: 'enableemoji', to: 'markdown.emoji', read: asFlag },
  { from: 'summarylength', to: 'markdown.summaryLength', read: asCount },
  {
    from: `${goldmark}.extensions.typographer`,
    to: 'markdown.typographer',
    inner: ['disable'],
    read: (value) => (isRecord(value) ? asFlag(value.disable) !== true : asFlag(value)),
  },
  { from: `${goldmark}.extensions.definitionlist`, to: 'markdown.definitionLists', read: asFlag },
  { from: `${goldmark}.extensions.passthrough`, to: 'markdown.math', read: readMath },
  { from: `${goldmark}.parser.attribute.title`, to: 'markdown.attributes.headings', read: asFlag },
  { from: `${goldmark}.parser.attribute.block`, to: 'markdown.attributes.blocks', read: asFlag },
  { from: `${goldmark}.parser.autoheadingidtype`, to: 'markdown.headingIds', read: asLowerText },
  { from: `${goldmark}.parser.autoidtype`, to: 'markdown.headingIds', read: asLowerText },
  { from: `${goldmark}.renderer.unsafe`, to: 'markdown.rawHtml', read: asFlag },
  { from: `${goldmark}.renderer.hardwraps`, to: 'markdown.hardWraps', read: asFlag },
  { from: 'markup.highlight.linenos', to: 'markdown.highlight.lineNumbers', read: readLineNumbers },
  { from: 'markup.highlight.linenumbersintable', to: 'markdown.highlight', read: () => undefined },
  { from: 'markup.highlight.anchorlinenos', to: 'markdown.highlight.anchorLineNumbers', read: asFlag },
  { from: 'markup.highlight.linenostart', to: 'markdown.highlight.lineNumberStart', read: asNumber },
  {
    from: 'markup.tableofcontents',
    to: 'markdown.contents',
    inner: ['startlevel', 'endlevel', 'ordered'],
    read: asRecord({
      startlevel: ['startLevel', asNumber],
      endlevel: ['endLevel', asNumber],
      ordered: ['ordered', asFlag],
    }),
  },
]

function readMath(value: unknown): unknown {
  if (!isRecord(value)) return asFlag(value)
  if (asFlag(value.enable) !== true) return false
  const { delimiters } = value
  if (!isRecord(delimiters)) return delimiters ?? true
  return {
    ...(delimiters.block !== undefined && { block: delimiters.block }),
    ...(delimiters.inline !== undefined && { inline: delimiters.inline }),
  }
}

/** It says whether, or how; `lineNumbersInTable` says how where it says whether. */
function readLineNumbers(value: unknown, { table }: HugoContext): unknown {
  const numbers = asFlag(value)
  if (numbers !== true) return numbers
  return asFlag(valueAt(table, 'markup.highlight.linenumbersintable')) === false ? 'inline' : 'table'
}
