import type { Link, Root, RootContent, Text } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { wrapParser } from '../parsers/wrap-parser.ts'
import { SKIP, visit } from '../visit.ts'
import { alignText } from './align-text.ts'
import { sliceText } from './slice-text.ts'

export type WikilinkOptions = {
  /** Gives the URL path of what a page is called, percent-encoded, or undefined where there is none. */
  readonly resolveName: (name: string, file: VFile) => string | undefined
}

declare module 'mdast' {
  interface LinkData {
    /** What stands between the brackets, before the bar. */
    wikilink?: string | undefined
  }
}

const LINK = /\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/g

/**
 * Reads `[[page]]`, `[[page#section]]` and `[[page|text]]`. Names that lead nowhere are told, and stay text. The links
 * have the name in `data-wikilink`, which `rehypeLinks` takes off.
 */
export function remarkWikilinks(this: Processor, { resolveName }: WikilinkOptions) {
  wrapParser(this, 'remarkWikilinks', (tree: Root, source) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'link' || !node.value.includes('[['))
        return undefined
      const parts = split(node, source)
      const children: RootContent[] = parent.children
      children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
  })
  return (tree: Root, file: VFile): void => {
    visit(tree, 'link', (link, index, parent) => {
      const target = link.data?.wikilink
      if (target === undefined || !parent || index === undefined) return
      const [, name = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(target) ?? []
      const url = name.trim() === '' ? '' : resolveName(name.trim(), file)
      if (url !== undefined) {
        link.url = url + encodeURI(fragment.trim())
        link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataWikilink: target } }
        return
      }
      tell(file, link, target)
      const children: RootContent[] = parent.children
      children.splice(index, 1, ...link.children)
    })
  }
}

function split(node: Text, source: string): readonly (Text | Link)[] {
  const align = alignText(node, source)
  const parts: (Text | Link)[] = []
  let done = 0
  for (const match of node.value.matchAll(LINK)) {
    const [all, target = '', label] = match
    if (node.position && align(match.index) === -1) continue
    const end = match.index + all.length
    if (match.index > done) parts.push(sliceText(node, { align, from: done, to: match.index }))
    const { position } = sliceText(node, { align, from: match.index, to: end })
    parts.push({
      type: 'link',
      url: target,
      children: [{ type: 'text', value: (label ?? target).trim() }],
      data: { wikilink: target.trim() },
      ...(position && { position }),
    })
    done = end
  }
  if (done < node.value.length) parts.push(sliceText(node, { align, from: done, to: node.value.length }))
  return parts
}

function tell(file: VFile, { position }: Link, target: string): void {
  const message = file.message(`Cannot follow the link to "${target}": no page has that name`, {
    ...(position && { place: position }),
    source: 'inkseal',
    ruleId: 'markdown/wikilink',
  })
  message.note = 'Write the page’s file name without .md, or its title'
}
