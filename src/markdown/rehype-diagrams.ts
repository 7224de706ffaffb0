import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { languageOf } from './code/language-of.ts'
import { visit } from './visit.ts'

/**
 * Draws fences of the language `goat` as SVG, and hands those of `mermaid` to a script that a theme may have: without
 * one, the source is read as it stands.
 */
export function rehypeDiagrams() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: Found[] = []
    visit(tree, 'element', (node, index, parent) => {
      const code =
        node.tagName === 'pre' ? node.children.find((child) => child.type === 'element') : undefined
      if (!parent || index === undefined || code?.type !== 'element' || code.tagName !== 'code') return
      const language = languageOf(code)
      if (language === 'mermaid') parent.children[index] = mermaid(code, file)
      if (language !== 'goat' || isTooLarge(textOf(code))) return
      const put = (drawing: Element) => {
        parent.children[index] = drawing
      }
      found.push({ code, put })
    })
    if (found.length === 0) return
    const { drawGoat } = await import('./goat/draw-goat.ts')
    for (const { code, put } of found) {
      const { alt, title, width, height, className, ...attributes } = attributesOf(code, file)
      const drawing = drawGoat(textOf(code), { label: alt ?? title, width, height })
      put({
        type: 'element',
        tagName: 'div',
        // Hugo's classes. A box that scrolls must take the focus, or the keyboard cannot scroll it.
        properties: {
          ...attributes,
          className: ['goat', 'svg-container', ...(className?.split(' ') ?? [])],
          tabIndex: 0,
        },
        children: [drawing],
      })
    }
  }
}

/** Cells of a drawing. What is larger was not drawn by anybody, and is printed as it is. */
const MOST_CELLS = 200_000

function isTooLarge(diagram: string): boolean {
  const lines = diagram.split('\n')
  return lines.length * lines.reduce((longest, { length }) => Math.max(longest, length), 0) > MOST_CELLS
}

type Found = { readonly code: Element; readonly put: (drawing: Element) => void }

/** What Mermaid's script looks for; it reads the text. */
function mermaid(code: Element, file: VFile): Element {
  const { className, ...attributes } = attributesOf(code, file)
  return {
    type: 'element',
    tagName: 'pre',
    properties: {
      ...attributes,
      className: ['mermaid', ...(className?.split(' ') ?? [])],
      tabIndex: 0,
    },
    children: [{ type: 'text', value: textOf(code) }],
  }
}

/** The author's attributes behind the fence's language. Those that HTML has not were put behind `data-`. */
function attributesOf(code: Element, file: VFile): Readonly<Record<string, string | undefined>> {
  const attributes = file.data.fences?.[Number(code.properties.dataFence ?? Number.NaN)]?.attributes ?? {}
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/^data-(?=(?:alt|width|height)$)/, ''),
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  )
}
