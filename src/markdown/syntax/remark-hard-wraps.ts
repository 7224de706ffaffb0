import type { Root, RootContent } from 'mdast'
import { SKIP, visit } from '../visit.ts'

/** Makes each line end of a paragraph a line break (Hugo's `markup.goldmark.renderer.hardWraps`). */
export function remarkHardWraps() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'root' || !node.value.includes('\n'))
        return undefined
      // The line ends between the parts of a definition list are none of the author's.
      if (node.value.trim() === '' && node.position === undefined) return undefined
      const parts = node.value
        .split('\n')
        .flatMap((value, line): RootContent[] => [
          ...(line > 0 ? [{ type: 'break' as const }] : []),
          ...(value === '' ? [] : [{ type: 'text' as const, value }]),
        ])
      const children: RootContent[] = parent.children
      children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
  }
}
