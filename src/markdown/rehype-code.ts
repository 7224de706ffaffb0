import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { parseHighlighted } from './parse-highlighted.ts'

/**
 * Colours fenced code that names its language, by highlight.js's classes, so that a strict content security policy
 * holds. A language that it does not know prints as plain code. Grammars are loaded only once a page has code, and
 * by highlight.js itself: rehype-highlight gives the same, but loads its 192 grammars for the 37 that it knows.
 */
export function rehypeCode() {
  return async (tree: Root): Promise<void> => {
    const codes = findCode(tree)
    if (codes.length === 0) return
    const { default: highlighter } = await import('highlight.js/lib/common')
    for (const { code, language } of codes) {
      code.properties.className = ['hljs', `language-${language}`]
      if (!highlighter.getLanguage(language)) continue
      const { value } = highlighter.highlight(textOf(code), { language, ignoreIllegals: true })
      code.children = parseHighlighted(value)
    }
  }
}

type FencedCode = { readonly code: Element; readonly language: string }

/** Code that names a language. A box that scrolls must take the focus, or the keyboard cannot scroll it. */
function findCode(tree: Root): readonly FencedCode[] {
  const found: FencedCode[] = []
  visit(tree, 'element', (pre) => {
    if (pre.tagName !== 'pre') return
    pre.properties.tabIndex = 0
    const code = pre.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'code',
    )
    const language = code && languageOf(code)
    if (code && language) found.push({ code, language })
  })
  return found
}

/** CommonMark's own class for the word behind a fence; `lang-` is what older tools write. */
function languageOf({ properties }: Element): string | undefined {
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : []
  return classes.map((name) => /^lang(?:uage)?-(.+)$/.exec(name)?.[1]).find((name) => name !== undefined)
}
