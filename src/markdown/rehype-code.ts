import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { createCodeBlock } from './code/create-code-block.ts'
import type { FenceOptions } from './code/fence-options.ts'
import { highlightText } from './code/highlight-text.ts'
import { languageOf } from './code/language-of.ts'
import { visit } from './visit.ts'

/**
 * Colours code that names its language, by highlight.js's classes, so that a strict content security policy holds,
 * and numbers and marks lines where `remarkFences` has read that they shall be. A language that highlight.js does not
 * know prints as plain code. Grammars are loaded one by one, as pages need them.
 */
export function rehypeCode() {
  return (tree: Root, file: VFile): void => {
    for (const { pre, code } of findCode(tree)) {
      const options = file.data.fences?.[Number(code.properties.dataFence ?? Number.NaN)]
      delete code.properties.dataFence
      pre.properties.tabIndex = 0
      const language = languageOf(code)
      if (language !== undefined) code.properties.className = ['hljs', `language-${language}`]
      const text = textOf(code)
      const coloured = language === undefined || options?.plain ? undefined : highlightText(text, language)
      if (coloured) code.children = coloured
      if (options) layOut(pre, { code, options, language })
    }
  }
}

type Code = { readonly pre: Element; readonly code: Element }

function findCode(tree: Root): readonly Code[] {
  const found: Code[] = []
  visit(tree, 'element', (pre) => {
    if (pre.tagName !== 'pre') return
    const code = pre.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'code',
    )
    if (code) found.push({ pre, code })
    // A box that scrolls must take the focus, or the keyboard cannot scroll it.
    else pre.properties.tabIndex = 0
  })
  return found
}

type Layout = {
  readonly code: Element
  readonly options: FenceOptions
  readonly language: string | undefined
}

/** What plugins have put on either element stays. */
function layOut(pre: Element, { code, options, language }: Layout): void {
  const block = createCodeBlock({ language, children: code.children, options })
  const inner = block.children.find((child) => child.type === 'element')
  Object.assign(pre.properties, block.properties, classesOf(pre, block))
  if (inner?.type === 'element') code.children = inner.children
}

function classesOf(...elements: readonly Element[]): Element['properties'] {
  const names = elements.flatMap(({ properties: { className } }) =>
    Array.isArray(className) ? className : [],
  )
  return names.length > 0 ? { className: names } : {}
}
