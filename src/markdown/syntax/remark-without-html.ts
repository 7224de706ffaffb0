import type { Html, Root } from 'mdast'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../visit.ts'

/**
 * Leaves raw HTML out, and tells each place that lost something (Hugo's `markup.goldmark.renderer.unsafe: false`,
 * which tells nothing). Comments stay: they show nothing, and `<!--more-->` is one.
 */
export function remarkWithoutHtml() {
  return (tree: Root, file: VFile): void => {
    if (file.data.format === 'html') return
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined || /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value))
        return undefined
      parent.children.splice(index, 1)
      // An end tag goes with its start tag.
      if (!/^\s*<\//.test(node.value)) tell(file, node)
      return [SKIP, index]
    })
  }
}

function tell(file: VFile, { value, position }: Html): void {
  const [, name = value] = /^\s*<([^\s>/]+)/.exec(value) ?? []
  const reason = `Cannot keep the raw HTML <${name}>: the config has markdown.rawHtml: false`
  const message = file.message(reason, {
    ...(position && { place: position }),
    source: 'inkseal',
    ruleId: 'markdown/raw-html',
  })
  message.note = 'Write it as Markdown or as a shortcode, or set markdown.rawHtml to true'
}
