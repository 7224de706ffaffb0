import type { Nodes, Parents, Root, RootContent, Text } from 'mdast'
import type { Processor } from 'unified'
import { visit } from 'unist-util-visit'
import { wrapParser } from '../parsers/wrap-parser.ts'

/**
 * Makes `dl`, `dt` and `dd` of the definition lists that `remarkNative` or remark-definition-list parses. As in
 * Hugo, a definition's first paragraph is none where no blank line stands before its colon.
 */
export function remarkDefinitionLists(this: Processor): void {
  wrapParser(this, 'remarkDefinitionLists', (tree: Root, source) => {
    visit(tree, (node: Nodes) => {
      const name = elementOf[node.type]
      if (name === undefined || !('children' in node)) return
      node.data = { ...node.data, hName: name }
      const children: readonly RootContent[] = node.children
      if (name === 'dd' && isTight(node, source)) setChildren(node, withoutParagraph(children))
      if (name === 'dl') setChildren(node, [lineEnd, ...children.flatMap((child) => [child, lineEnd])])
    })
  })
}

/** By the names that satteri gives, and by those of remark-definition-list. */
const elementOf: Readonly<Record<string, string>> = {
  descriptionList: 'dl',
  descriptionTerm: 'dt',
  descriptionDetails: 'dd',
  defList: 'dl',
  defListTerm: 'dt',
  defListDescription: 'dd',
}

const lineEnd: Text = { type: 'text', value: '\n' }

function isTight({ position }: Parents, source: string): boolean {
  const start = position?.start.offset
  if (start === undefined) return false
  return !/\n[ \t>]*\r?\n[ \t>]*$/.test(source.slice(Math.max(0, start - 200), start))
}

function withoutParagraph([first, ...rest]: readonly RootContent[]): readonly RootContent[] {
  if (!first) return []
  return first.type === 'paragraph' ? [...first.children, ...rest] : [first, ...rest]
}

/** The children of each parent are of other types; these have been children of such a parent before. */
function setChildren(node: { children: unknown[] }, children: readonly unknown[]): void {
  node.children = [...children]
}
