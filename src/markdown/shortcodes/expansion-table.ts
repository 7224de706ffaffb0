import type { Point } from './create-locator.ts'
import type { MappedText } from './mapped-text.ts'
import { indexOfPlaceholder, PLACEHOLDER, placeholderFor } from './placeholder.ts'

/** What stands behind a placeholder: HTML for a call, text for an escaped tag. */
export type Expansion = {
  readonly type: 'html' | 'text'
  readonly value: string
  /** Where the call begins in the author's file. */
  readonly point?: Point
}

export type Display = 'inline' | 'block'

/** HTML that is made once the page's own Markdown has been parsed: that of other Markdown, or of code. */
export type Fragment = { readonly index: number } & (
  | { readonly markdown: MappedText; readonly display: Display }
  | { readonly html: Promise<string> }
)

/** Everything that placeholders of one page stand for. */
export type ExpansionTable = {
  readonly expansions: readonly Expansion[]
  readonly fragments: readonly Fragment[]
  /** Each gives the placeholder. */
  readonly add: (expansion: Expansion) => string
  readonly addMarkdown: (markdown: MappedText, display: Display) => string
  readonly addLater: (html: Promise<string>) => string
  /** For what is HTML in a call by `{{<`, and Markdown in one by `{{%`. */
  readonly addRaw: (text: string) => string
  /** The Markdown of a call by `{{%`: what was added raw is read as Markdown, as blocks where it has several lines. */
  readonly unwrap: (text: string) => string
  /** Fills in what a fragment has become. */
  readonly fill: (index: number, html: string) => void
}

export function createExpansionTable(): ExpansionTable {
  const expansions: Expansion[] = []
  const fragments: Fragment[] = []
  const raws = new Set<number>()
  const add = (expansion: Expansion) => placeholderFor(expansions.push(expansion) - 1)
  const reserve = () => expansions.push({ type: 'html', value: '' }) - 1
  return {
    expansions,
    fragments,
    add,
    addMarkdown(markdown, display) {
      const index = reserve()
      fragments.push({ index, markdown, display })
      return placeholderFor(index)
    },
    addLater(html) {
      const index = reserve()
      // It is awaited later: until then nobody is to take a failure for one that nobody handles.
      html.catch(() => {})
      fragments.push({ index, html })
      return placeholderFor(index)
    },
    addRaw(text) {
      raws.add(expansions.length)
      return add({ type: 'html', value: text })
    },
    unwrap: (text) =>
      text.replaceAll(PLACEHOLDER, (placeholder, digits: string) => {
        const index = indexOfPlaceholder(digits)
        if (!raws.has(index)) return placeholder
        const { value = '' } = expansions[index] ?? {}
        return value.includes('\n') ? `\n\n${value}\n\n` : value
      }),
    fill(index, html) {
      expansions[index] = { type: 'html', value: html }
    },
  }
}
