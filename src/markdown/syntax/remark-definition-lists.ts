import type { Nodes, Parents, Root, RootContent, Text } from 'mdast'
import type { Processor } from 'unified'
import { wrapParser } from '../parsers/wrap-parser.ts'
import { visit } from '../visit.ts'

/**
 * Makes `dl`, `dt` and `dd` of the definition lists that `remarkNative` or remark-definition-list parses. As in
 * Hugo, a definition's first paragraph is none where no blank line stands before its colon.
 */
export function remarkDefinitionLists(this: Processor): void {
  wrapParser(this, 'remarkDefinitionLists', (tree: Root, source) => {
    const siblings = new Map<Nodes, Nodes | undefined>()
    visit(tree, (node: Nodes) => {
      const name = elementOf[node.type]
      if (name === undefined || !('children' in node)) return
      node.data = { ...node.data, hName: name }
      const children: readonly RootContent[] = node.children
      const before = siblings.get(node)
      if (name === 'dd' && isTight(node, { before, source })) setChildren(node, withoutParagraph(children))
      if (name !== 'dl') return
      children.forEach((child, index) => {
        siblings.set(child, children[index - 1])
      })
      setChildren(node, [lineEnd, ...children.flatMap((child) => [child, lineEnd])])
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

/** Whether no blank line stands between what comes before and the definition's text. */
function isTight(
  details: Parents,
  { before, source }: { before: Nodes | undefined; source: string },
): boolean {
  const end = before && endOf(before)
  const start = details.children[0]?.position?.start.offset
  if (end === undefined || start === undefined) return true
  return !/\n[ \t>]*\r?\n/.test(source.slice(end, start))
}

/** The end of the last thing in it: a parent's own may lie behind blank lines. */
function endOf(node: Nodes): number | undefined {
  const last = 'children' in node ? node.children.at(-1) : undefined
  return last ? endOf(last) : node.position?.end.offset
}

function withoutParagraph([first, ...rest]: readonly RootContent[]): readonly RootContent[] {
  if (!first) return []
  return first.type === 'paragraph' ? [...first.children, ...rest] : [first, ...rest]
}

/** The children of each parent are of other types; these have been children of such a parent before. */
function setChildren(node: { children: unknown[] }, children: readonly unknown[]): void {
  node.children = [...children]
}
