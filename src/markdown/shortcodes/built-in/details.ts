import { toHtml } from 'hast-util-to-html'
import type { ShortcodeDefinition } from '../shortcode.ts'
import { element } from './element.ts'
import { readArguments } from './read-arguments.ts'

/** Markdown that unfolds (Hugo's manual, "Details shortcode"). By `{{% %}}`, its headings are in the contents list. */
export const details: ShortcodeDefinition = {
  inner: true,
  render: (call) => render(call, call.markdownify(call.inner, 'block')),
  markdown: (call) => render(call, call.raw(`\n${call.inner}\n`)),
}

function render(call: Parameters<typeof readArguments>[0], inner: string): string {
  const names = ['class', 'name', 'open', 'summary', 'title'] as const
  const { class: className, name, open, summary = 'Details', title } = readArguments(call, { names })
  return toHtml(
    element(
      'details',
      {
        ...(className !== undefined && { className: className.split(/\s+/) }),
        ...(name !== undefined && { name }),
        open: open === 'true' || open === '1',
        ...(title !== undefined && { title }),
      },
      [element('summary', {}, [call.markdownify(summary)]), inner],
    ),
  )
}
