import type { Expansion } from './expansion-table.ts'
import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'

/** HTML with all that its placeholders stand for. Inside of a tag, that is text: what an attribute can hold. */
export function expandHtml(
  html: string,
  expansions: readonly Expansion[],
  open: ReadonlySet<number> = new Set(),
): string {
  return html.replaceAll(PLACEHOLDER, (_, digits: string, offset: number) => {
    const index = indexOfPlaceholder(digits)
    const expansion = expansions[index]
    // A text that came to hold the placeholder of itself would never end.
    if (!expansion || open.has(index)) return ''
    if (expansion.type === 'text') return expansion.value
    const inner = expandHtml(expansion.value, expansions, new Set([...open, index]))
    return isInTag(html, offset) ? asAttribute(inner) : inner
  })
}

function isInTag(html: string, offset: number): boolean {
  const opened = html.lastIndexOf('<', offset)
  return opened > html.lastIndexOf('>', offset) && /^<[a-z]/i.test(html.slice(opened, opened + 2))
}

const asAttribute = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .trim()
    .replaceAll('"', '&quot;')
