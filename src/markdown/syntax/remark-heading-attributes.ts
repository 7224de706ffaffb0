import type { PhrasingContent } from 'mdast'
import type { Processor } from 'unified'
import { wrapParser } from '../parsers/wrap-parser.ts'
import { visit } from '../visit.ts'
import { addAttributes, parseAttributes } from './attributes.ts'
import { cutChildren } from './cut-children.ts'

/** Reads `## Title {#id .class key=value}` (Hugo's `markup.goldmark.parser.attribute.title`). */
export function remarkHeadingAttributes(this: Processor): void {
  wrapParser(this, 'remarkHeadingAttributes', (tree, source) => {
    visit(tree, 'heading', (heading) => {
      const end = heading.children.at(-1)?.position?.end.offset
      if (end === undefined || source[end - 1] !== '}') return
      const found = findAtEnd(source, { from: heading.position?.start.offset ?? 0, end })
      if (!found) return
      const parts = cutChildren(heading.children, { from: found.start, to: end, source })
      if (!parts) return
      addAttributes(heading, found.attributes)
      heading.children = withoutClosing(parts.before)
    })
  })
}

function findAtEnd(source: string, { from, end }: { readonly from: number; readonly end: number }) {
  const line = /[^\r\n]*/y
  line.lastIndex = end
  // A closing sequence of `#` may stand before the attributes, not behind them.
  if (line.exec(source)?.[0].trim() !== '') return undefined
  const lineStart = Math.max(from, source.lastIndexOf('\n', end - 1) + 1)
  for (let start = source.indexOf('{', lineStart); start !== -1 && start < end; ) {
    const parsed = source[start - 1] === '\\' ? undefined : parseAttributes(source, start)
    if (parsed?.end === end) return { start, attributes: parsed.attributes }
    start = source.indexOf('{', start + 1)
  }
  return undefined
}

/** Without a closing sequence of `#`, which was taken for text as long as the attributes stood behind it. */
function withoutClosing(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return nodes
  const value = last.value.replace(/(?:^|[ \t]+)#+$/, '')
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }]
}
