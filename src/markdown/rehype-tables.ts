import type { Element, Root } from 'hast'
import { SKIP, visit } from './visit.ts'

/**
 * Puts each table in a box of its own that scrolls, by the keyboard as well, so that the page never does sideways.
 * A cell's alignment becomes a class: `align` is obsolete, and a style would not pass a strict policy.
 */
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
      visit(node, 'element', alignByClass)
      return SKIP
    })
  }
}

function alignByClass({ tagName, properties }: Element): void {
  if ((tagName !== 'td' && tagName !== 'th') || typeof properties.align !== 'string') return
  properties.className = [`align-${properties.align}`]
  delete properties.align
}
