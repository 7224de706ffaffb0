import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'
import type { Expansion } from './remark-shortcodes.ts'

/** A text without the calls in it; escaped tags, which print themselves, stay. */
export function withoutCalls(text: string, expansions: readonly Expansion[]): string {
  return text.replaceAll(PLACEHOLDER, (placeholder, digits: string) =>
    expansions[indexOfPlaceholder(digits)]?.type === 'html' ? '' : placeholder,
  )
}
