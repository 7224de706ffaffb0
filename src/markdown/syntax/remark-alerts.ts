import type { BlockContent, Blockquote, DefinitionContent, Paragraph, PhrasingContent, Root } from 'mdast'
import { visit } from '../visit.ts'

const MARK = /^\[!([A-Za-z][\w-]*)\]([+-]?)[ \t]*/

/**
 * Makes an alert of a quote that begins with `[!NOTE]`, in the markup that GitHub gives it: note, tip, important,
 * warning, caution, or any other word. As in Hugo and Obsidian a title may follow, and a sign before it makes the
 * alert one that opens and closes: `+` begins open, `-` closed.
 */
export function remarkAlerts() {
  return (tree: Root): void => {
    visit(tree, 'blockquote', (quote) => {
      const first = quote.children[0]
      const text = first?.type === 'paragraph' ? first.children[0] : undefined
      if (first?.type !== 'paragraph' || text?.type !== 'text') return
      const [mark, word = '', sign = ''] = MARK.exec(text.value) ?? []
      if (mark === undefined) return
      const line = { ...text, value: text.value.slice(mark.length) }
      makeAlert(quote, { first, kind: word.toLowerCase(), sign, line: [line, ...first.children.slice(1)] })
    })
  }
}

type Mark = {
  readonly first: Paragraph
  readonly kind: string
  readonly sign: string
  readonly line: readonly PhrasingContent[]
}

function makeAlert(quote: Blockquote, { first, kind, sign, line }: Mark): void {
  const { title, body } = splitAtLineEnd(line)
  const given: PhrasingContent[] = title.some((node) => node.type !== 'text' || node.value.trim() !== '')
    ? title
    : [{ type: 'text', value: kind.charAt(0).toUpperCase() + kind.slice(1) }]
  const className = ['markdown-alert', `markdown-alert-${kind}`]
  const properties = quote.data?.hProperties ?? {}
  quote.data = {
    ...quote.data,
    hName: sign === '' ? 'div' : 'details',
    hProperties: {
      ...properties,
      className: [...className, ...classesOf(properties.className)],
      ...(sign === '' ? { role: 'note' } : { open: sign === '+' }),
    },
  }
  const heading: Paragraph = {
    type: 'paragraph',
    children: given,
    data: { hName: sign === '' ? 'p' : 'summary', hProperties: { className: ['markdown-alert-title'] } },
  }
  const rest: (BlockContent | DefinitionContent)[] = body.length > 0 ? [{ ...first, children: body }] : []
  quote.children = [heading, ...rest, ...quote.children.slice(1)]
}

const classesOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

/** What stands on the first line, and what comes after it. */
function splitAtLineEnd(nodes: readonly PhrasingContent[]): {
  readonly title: PhrasingContent[]
  readonly body: PhrasingContent[]
} {
  for (const [index, node] of nodes.entries()) {
    const before = nodes.slice(0, index)
    const after = nodes.slice(index + 1)
    if (node.type === 'break') return { title: before, body: after }
    if (node.type !== 'text') continue
    const end = node.value.indexOf('\n')
    if (end === -1) continue
    const rest = { ...node, value: node.value.slice(end + 1) }
    return {
      title: [...before, { ...node, value: node.value.slice(0, end) }],
      body: rest.value === '' ? after : [rest, ...after],
    }
  }
  return { title: [...nodes], body: [] }
}
