import type { Html, Image, ImageReference, Nodes, Parents, Text } from 'mdast'
import type { Processor } from 'unified'
import { wrapParser } from '../parsers/wrap-parser.ts'
import { visit } from '../visit.ts'
import { alignText } from './align-text.ts'
import { type OpenQuotes, typograph } from './typograph.ts'

/** Curly quotes, dashes, ellipses and guillemets as goldmark's typographer sets them, not in code and raw HTML. */
export function remarkTypographer(this: Processor): void {
  wrapParser(this, 'remarkTypographer', (tree, source) => {
    visit(tree, (node) => {
      if (!('children' in node) || !blocks.has(node.type)) return
      setBlock(node, source)
      node.children.forEach((child, index) => {
        if (child.type === 'html') setGuillemets(child, node.children[index - 1], node.children[index + 1])
      })
    })
  })
}

const SIGNS = /['"]|--|\.\.\.|<<|>>/
/** Each place where a sign may begin; a dot that stands alone is none. */
const EACH_SIGN = /['"]|-(?=-)|\.(?=\.\.)|<(?=<)|>(?=>)/g

const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'descriptionTerm',
  'defListTerm',
])

function setBlock(block: Parents, source: string): void {
  const texts: (Text | Image | ImageReference)[] = []
  collect(block, source, texts)
  if (!texts.some((node) => SIGNS.test(node.type === 'text' ? node.value : (node.alt ?? '')))) return
  const open: OpenQuotes = { single: 0, double: 0 }
  const start = block.children[0]?.position?.start.offset ?? 0
  const end = block.children.at(-1)?.position?.end.offset ?? source.length
  for (const node of texts) {
    if (node.type === 'text') node.value = setText(node, { source, start, end, open })
    else if (node.alt) node.alt = setAlone(node.alt)
  }
}

/** What stands in `<<…>>` looks like a tag. */
function setGuillemets(node: Html, before: Nodes | undefined, after: Nodes | undefined): void {
  if (before?.type !== 'text' || after?.type !== 'text') return
  if (!before.value.endsWith('<') || !after.value.startsWith('>')) return
  before.value = `${before.value.slice(0, -1)}«${node.value.slice(1, -1)}»`
  node.value = ''
  after.value = after.value.slice(1)
}

/** A link that shows its address is left alone. */
function collect(node: Nodes, source: string, texts: (Text | Image | ImageReference)[]): void {
  if (node.type === 'text' || node.type === 'image' || node.type === 'imageReference') texts.push(node)
  if (node.type === 'link' && source[node.position?.start.offset ?? -1] !== '[') return
  if ('children' in node) for (const child of node.children) collect(child, source, texts)
}

type Block = {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly open: OpenQuotes
}

function setText(node: Text, { source, start, end, open }: Block): string {
  if (!SIGNS.test(node.value)) return node.value
  if (!node.position) return setAlone(node.value)
  const align = alignText(node, source)
  let lineEnd = 0
  return replaceSigns(node.value, (index) => {
    const offset = align(index)
    if (offset === -1) return undefined
    if (offset >= lineEnd) lineEnd = endOfLine(source, { offset, end })
    const replacement = typograph({ source, index: offset, start, end: lineEnd }, open)
    if (!replacement) return undefined
    // Signs of one substitution may belong to different nodes.
    const last = index + replacement.length - 1
    const isWhole = last < node.value.length && align(last) === offset + replacement.length - 1
    return isWhole ? replacement : undefined
  })
}

/** Behind the line end, or at the end of the block. */
function endOfLine(
  source: string,
  { offset, end }: { readonly offset: number; readonly end: number },
): number {
  const newline = source.slice(offset, end).indexOf('\n')
  return newline === -1 ? end : offset + newline + 1
}

/** A text that stands nowhere in the source is its own source. */
function setAlone(value: string): string {
  const open: OpenQuotes = { single: 0, double: 0 }
  return replaceSigns(value, (index) =>
    typograph({ source: value, index, start: 0, end: value.length }, open),
  )
}

function replaceSigns(value: string, replace: (index: number) => ReturnType<typeof typograph>): string {
  const parts: string[] = []
  let done = 0
  for (const { index } of value.matchAll(EACH_SIGN)) {
    if (index < done) continue
    const replacement = replace(index)
    if (!replacement) continue
    parts.push(value.slice(done, index), replacement.text)
    done = index + replacement.length
  }
  parts.push(value.slice(done))
  return parts.join('')
}
