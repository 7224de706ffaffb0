import type { Element, Root } from 'hast'
import { EXIT, visit } from 'unist-util-visit'
import { VFile } from 'vfile'

/**
 * Colours fenced code that names its language, by rehype-highlight's classes, so that a strict content security policy
 * holds. A language that it does not know prints as plain code. Grammars are loaded only once a page has code.
 */
export function rehypeCode() {
  let highlighter: Promise<(tree: Root, file: VFile) => undefined> | undefined
  return async (tree: Root): Promise<void> => {
    makeScrollable(tree)
    if (!namesLanguage(tree)) return
    // One for all pages: to register the grammars takes longer than most pages do.
    highlighter ??= import('rehype-highlight').then(({ default: rehypeHighlight }) => rehypeHighlight())
    const highlight = await highlighter
    // A file of its own: that a language is unknown is not worth a message to the author.
    highlight(tree, new VFile())
  }
}

/** A box that scrolls must take the focus, or the keyboard cannot scroll it. */
function makeScrollable(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'pre') node.properties.tabIndex = 0
  })
}

function namesLanguage(tree: Root): boolean {
  let found = false
  visit(tree, 'element', (node, _index, parent) => {
    if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return undefined
    found = classesOf(node).some((name) => name.startsWith('language-'))
    return found ? EXIT : undefined
  })
  return found
}

function classesOf({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}
