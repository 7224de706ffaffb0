import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { withoutCalls } from './shortcodes/without-calls.ts'
import { visit } from './visit.ts'

/** Gives the box of a GFM task its item's text as a label: to a screen reader it is a form's field like any other. */
export function rehypeTasks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (item) => {
      if (item.tagName !== 'li') return
      const box = findBox(item)
      if (box) box.properties.ariaLabel = label(textOfItem(item), file)
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
}

/** A shortcode's HTML is no text to be read out. */
const label = (text: string, file: VFile) =>
  withoutCalls(text, file.data.shortcodes ?? [])
    .replaceAll(/\s+/g, ' ')
    .trim()
