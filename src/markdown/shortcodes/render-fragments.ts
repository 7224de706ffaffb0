import type { Root } from 'hast'
import type { Processor } from 'unified'
import { VFile } from 'vfile'
import type { Fragment } from './expansion-table.ts'
import type { MappedText } from './mapped-text.ts'

/**
 * Renders what shortcodes have asked to be rendered, by the processor of the page itself, and fills it in. What
 * stands in another fragment comes before it, since inner calls run first.
 */
export async function renderFragments(file: VFile, processor: Processor): Promise<void> {
  // A fragment has the table of its page, and fills in nothing.
  const table = file.data.shortcodeFragment ? undefined : file.data.shortcodeTable
  if (!table) return
  for (const fragment of table.fragments) table.fill(fragment.index, await render(fragment, file, processor))
}

async function render(fragment: Fragment, file: VFile, processor: Processor): Promise<string> {
  if ('html' in fragment) return fragment.html
  const { markdown, display } = fragment
  const part = partOf(file, markdown)
  const tree = await processor.run(processor.parse(part), part)
  const html = processor.stringify(tree as Root, part)
  file.messages.push(...part.messages)
  return display === 'inline' ? unwrapped(String(html)) : String(html)
}

const partOf = (file: VFile, markdown: MappedText) =>
  new VFile({ path: file.path, value: file.value, data: { ...file.data, shortcodeFragment: markdown } })

/** One paragraph alone is inline content (Hugo's `RenderString`). */
function unwrapped(html: string): string {
  const inner = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1]
  return inner === undefined || /<\/?p[\s>]/.test(inner) ? html : inner
}
