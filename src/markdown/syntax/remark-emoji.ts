import { createRequire } from 'node:module'
import type { Root, RootContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Processor } from 'unified'
import { wrapParser } from '../parsers/wrap-parser.ts'
import { SKIP, visit } from '../visit.ts'
import { alignText } from './align-text.ts'
import { sliceText } from './slice-text.ts'

const NAME = /:([a-z\d_+-]+):/g

/** Makes `:smile:` the character, by GitHub's names (Hugo's `enableEmoji`). Names that nobody knows stay as they are. */
export function remarkEmoji(this: Processor): void {
  wrapParser(this, 'remarkEmoji', (tree: Root, source) => {
    visit(tree, 'heading', (heading) => {
      // Hugo takes the name into the heading's id, not the character.
      const text = textOf(heading, { includeHtml: false })
      const plain = text.replaceAll(NAME, (all, name: string) => (emojiOf(name) === undefined ? all : name))
      if (plain === text) return
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, dataIdFrom: plain } }
    })
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes(':')) return undefined
      const parts = split(node, source)
      if (parts.length === 0) return undefined
      const children: RootContent[] = parent.children
      children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
    visit(tree, ['image', 'imageReference'], (node) => {
      if ('alt' in node && node.alt) {
        node.alt = node.alt.replaceAll(NAME, (all, name: string) => emojiOf(name) ?? all)
      }
    })
  })
}

/** None where there is no emoji. */
function split(node: Text, source: string): readonly Text[] {
  const align = alignText(node, source)
  const parts: Text[] = []
  let done = 0
  // A colon may end one name and begin another.
  NAME.lastIndex = 0
  for (let match = NAME.exec(node.value); match; match = NAME.exec(node.value)) {
    const end = match.index + match[0].length
    const emoji = emojiOf(match[1] ?? '')
    if (emoji === undefined || (node.position && align(match.index) === -1)) {
      NAME.lastIndex = end - 1
      continue
    }
    if (match.index > done) parts.push(sliceText(node, { align, from: done, to: match.index }))
    parts.push({ ...sliceText(node, { align, from: match.index, to: end }), value: emoji })
    done = end
  }
  if (done > 0 && done < node.value.length) {
    parts.push(sliceText(node, { align, from: done, to: node.value.length }))
  }
  return parts
}

/** The table is large; it is loaded with the first name. */
function emojiOf(name: string): string | undefined {
  const { nameToEmoji } = require('gemoji') as typeof import('gemoji')
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
}

const require = createRequire(import.meta.url)
