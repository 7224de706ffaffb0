import type { Root } from 'hast'
import type { Processor } from 'unified'
import { VFile } from 'vfile'
import { visit } from '../visit.ts'
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
  const part = partOf(file, fragment)
  const tree: unknown = await processor.run(processor.parse(part), part)
  if (!isRoot(tree)) throw new TypeError('it gave back something else than a whole tree')
  separateFootnotes(tree, fragment.index)
  const html = processor.stringify(tree, part)
  file.messages.push(...part.messages)
  return fragment.display === 'inline' ? unwrapped(String(html)) : String(html)
}

/** A part has what the page has, is Markdown even on a page of HTML, and numbers its fences for itself. */
const partOf = (file: VFile, { markdown, index }: { markdown: MappedText; index: number }) =>
  new VFile({
    path: file.path,
    value: file.value,
    data: {
      ...file.data,
      format: 'markdown',
      firstFence: 100 * (index + 1),
      shortcodeFragment: markdown,
    },
  })

/** One paragraph alone is inline content (Hugo's `RenderString`). */
function unwrapped(html: string): string {
  const inner = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1]
  return inner === undefined || /<\/?p[\s>]/.test(inner) ? html : inner
}

/** Footnotes of a fragment are its own: what is counted from 1 on the page as well gets names that are not. */
function separateFootnotes(tree: Root, index: number): void {
  const own = (value: string) =>
    /^#?(?:user-content-fn|footnote-label)/.test(value) ? `${value}-${index}` : value
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') properties.id = own(properties.id)
    if (typeof properties.href === 'string') properties.href = own(properties.href)
    if (Array.isArray(properties.ariaDescribedBy)) {
      properties.ariaDescribedBy = properties.ariaDescribedBy.map((value) => own(String(value)))
    }
  })
}

const isRoot = (value: unknown): value is Root =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'root'
