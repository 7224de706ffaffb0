import { toHtml } from 'hast-util-to-html'
import { defaultMarkdown, type HighlightConfig } from '../../config/markdown-config.ts'
import { createCodeBlock } from './create-code-block.ts'
import { highlightText } from './highlight-text.ts'
import { parseOptions } from './parse-options.ts'
import { type OptionMistake, readOptions } from './read-options.ts'

export type HighlightRequest = {
  /** Any name that Hugo or highlight.js has for a language; of an unknown one the code is printed plain. */
  readonly language: string
  /** `linenos=table, hl_lines=3 6-8`, as the shortcode takes it. */
  readonly options?: string
  readonly defaults?: HighlightConfig
  /** Which call on the page this is, from 0: ids of numbered lines begin with it. */
  readonly ordinal?: number
}

export type HighlightedCode = { readonly html: string; readonly mistakes: readonly OptionMistake[] }

/**
 * The HTML of a piece of code, coloured by classes (Hugo's manual, "Highlight shortcode"). Line ends around the code
 * belong to the call and are left out. A mistake's offset counts from the beginning of the options.
 */
export function highlightCode(code: string, request: HighlightRequest): HighlightedCode {
  const { language, defaults = defaultMarkdown.highlight, ordinal = 0 } = request
  const text = code.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()
  const parsed = parseOptions(request.options ?? '')
  const attributes = 'attributes' in parsed ? parsed.attributes : []
  const lines = text.split('\n').length
  const { options, mistakes } = readOptions(attributes, { defaults, lines, ordinal })
  const value = options.inline ? text : `${text}\n`
  const coloured = options.plain ? undefined : highlightText(value, language)
  const children = coloured ?? [{ type: 'text' as const, value }]
  const block = createCodeBlock({ language, children, options })
  const unread =
    'attributes' in parsed ? [] : [{ ...parsed, hint: 'Write "linenos=table, hl_lines=3 6-8", say' }]
  return { html: toHtml(block), mistakes: [...unread, ...mistakes] }
}
