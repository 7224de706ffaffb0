import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** Gives the box of a GFM task its item's text as a label: to a screen reader it is a form's field like any other. */
export function rehypeTasks() {
  return (tree: Root): void => {
    visit(tree, 'element', (item) => {
      if (item.tagName !== 'li') return
      const box = findBox(item)
      if (box) box.properties.ariaLabel = textOfItem(item)
    })
  }
}

/** The box stands first in the item, or in its first paragraph where the list is loose. */
function findBox(parent: Element): Element | undefined {
  const first = parent.children.find((child): child is Element => child.type === 'element')
  if (first?.tagName === 'p') return findBox(first)
  return first?.tagName === 'input' && first.properties.type === 'checkbox' ? first : undefined
}

function textOfItem(item: Element): string {
  const isList = (child: ElementContent) => child.type === 'element' && /^[ou]l$/.test(child.tagName)
  const own = item.children.filter((child) => !isList(child))
  return textOf({ ...item, children: own })
    .replaceAll(/\s+/g, ' ')
    .trim()
}
