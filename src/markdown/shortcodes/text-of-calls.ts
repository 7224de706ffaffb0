import { expandHtml } from './expand-html.ts'
import type { Expansion } from './expansion-table.ts'
import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'

/** A text with what readers see of the calls in it: their words, without markup. */
export function textOfCalls(text: string, expansions: readonly Expansion[]): string {
  return text.replaceAll(PLACEHOLDER, (placeholder, digits: string) => {
    const html = expandHtml(placeholder, expansions)
    return isPrinted(digits, expansions) ? html : decode(html.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ''))
  })
}

/** An escaped tag is text as it stands. */
const isPrinted = (digits: string, expansions: readonly Expansion[]) =>
  expansions[indexOfPlaceholder(digits)]?.type === 'text'

const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
