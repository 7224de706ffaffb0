import type { Paragraph, Parents, Root, RootContent, Table } from 'mdast'
import type { Processor } from 'unified'
import { wrapParser } from '../parsers/wrap-parser.ts'
import { addAttributes, parseAttributes } from './attributes.ts'
import { cutChildren } from './cut-children.ts'

/**
 * Reads a line `{.class #id key=value}` right behind a paragraph, list, quote, table, heading or rule as attributes of
 * that block (Hugo's `markup.goldmark.parser.attribute.block`).
 */
export function remarkBlockAttributes(this: Processor): void {
  wrapParser(this, 'remarkBlockAttributes', (tree: Root, source) => walk(tree, [], source))
}

function walk(parent: Parents, ancestors: readonly Parents[], source: string): void {
  const children: RootContent[] = parent.children
  const path = [...ancestors, parent]
  // What was left of a paragraph behind a line of attributes: there is no block right before it.
  const rests = new Set<RootContent>()
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (child?.type === 'table') readTable(child, source)
    if (child?.type === 'paragraph') {
      const line = findLine(child, source)
      const parts = line && cutChildren(child.children, { from: line.start, to: line.end, source })
      if (!line || !parts) continue
      const nested = ownerOf(line.start, { path, block: child, source })
      const previous = rests.has(child) ? undefined : before(children, index)
      const owner = line.isFirst && nested === child ? previous : nested
      if (owner) addAttributes(owner, line.attributes)
      const rest = [parts.before, parts.after]
        .filter((part) => part.length > 0)
        .map((part, count) => takeChildren(count === 0 ? child : { type: 'paragraph', children: [] }, part))
      if (parts.after.length > 0) rests.add(rest.at(-1) ?? child)
      children.splice(index, 1, ...rest)
      // What is left behind the line may hold another.
      index += line.isFirst ? -1 : rest.length === 2 ? 0 : rest.length - 1
    } else if (child && 'children' in child) walk(child, path, source)
  }
}

/** The paragraph stays the same object: attributes may have become its own. */
function takeChildren(paragraph: Paragraph, children: Paragraph['children']): Paragraph {
  paragraph.children = children
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  if (start && end) paragraph.position = { start, end }
  return paragraph
}

function findLine({ position }: Paragraph, source: string) {
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined || !source.slice(from, to).includes('{')) return undefined
  for (let lineStart = from; lineStart < to; ) {
    const newline = source.indexOf('\n', lineStart)
    const end = newline === -1 || newline > to ? to : newline
    const indent = lineStart === from ? 0 : (/^[ \t>]*/.exec(source.slice(lineStart, end))?.[0].length ?? 0)
    const start = lineStart + indent
    const parsed = parseAttributes(source, start)
    const isIndented = indent - (position?.start.column ?? 1) >= 3
    if (parsed && !isIndented && source.slice(parsed.end, end).trim() === '') {
      return { start, end, isFirst: lineStart === from, attributes: parsed.attributes }
    }
    lineStart = end + 1
  }
  return undefined
}

/** The block that ends on the line before; code takes its attributes from its fence. */
function before(children: readonly RootContent[], index: number): RootContent | undefined {
  const previous = children[index - 1]
  const line = children[index]?.position?.start.line
  if (!previous || previous.type === 'code' || line === undefined) return undefined
  return previous.position?.end.line === line - 1 ? previous : undefined
}

type Nested = { readonly path: readonly Parents[]; readonly block: Paragraph; readonly source: string }

/** The outermost block that the line does not belong to as its markers and its indentation say, else the paragraph. */
function ownerOf(start: number, { path, block, source }: Nested): Parents {
  const lineStart = source.lastIndexOf('\n', start) + 1
  const column = start - lineStart + 1
  let markers = source.slice(lineStart, start).replaceAll(/[^>]/g, '').length
  for (const [depth, node] of path.entries()) {
    if (node.type === 'blockquote' && markers-- <= 0) return node
    const isItem = /^(?:listItem|descriptionDetails|defListDescription)$/.test(node.type)
    const content = node.children[0]?.position?.start.column
    if (isItem && content !== undefined && column < content) return path[depth - 1] ?? node
  }
  return block
}

/** GFM takes a line behind a table for a row of it. */
function readTable(table: Table, source: string): void {
  const last = table.children.at(-1)
  const start = last?.position?.start.offset
  const end = last?.position?.end.offset
  if (start === undefined || end === undefined || table.children.length < 2) return
  const line = source.slice(start, end).trim()
  const parsed = parseAttributes(line, 0)
  if (parsed?.end !== line.length) return
  addAttributes(table, parsed.attributes)
  table.children.pop()
}
