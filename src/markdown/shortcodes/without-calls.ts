import type { Expansion } from './expansion-table.ts'
import { indexOfPlaceholder, PLACEHOLDER } from './placeholder.ts'

/** A text without the calls in it; escaped tags, which print themselves, stay. */
export function withoutCalls(text: string, expansions: readonly Expansion[]): string {
  return text.replaceAll(PLACEHOLDER, (placeholder, digits: string) =>
    expansions[indexOfPlaceholder(digits)]?.type === 'html' ? '' : placeholder,
  )
}
