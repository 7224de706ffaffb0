import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Puts each table in a box of its own that scrolls, by the keyboard as well, so that the page never does sideways. */
export function rehypeTables() {
  return (tree: Root): void => {
    let count = 0
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined
      count++
      parent.children[index] = {
        type: 'element',
        tagName: 'section',
        // Landmarks of one page need names of their own.
        properties: { className: ['table'], ariaLabel: `Table ${count}`, tabIndex: 0 },
        children: [node],
      }
      return SKIP
    })
  }
}
