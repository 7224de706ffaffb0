import type { ElementContent } from 'hast'
import { parseMarkup } from '../parse-markup.ts'
import { highlightMarkup } from './highlight-markup.ts'

/** The coloured text of a program in highlight.js's spans; undefined where no grammar reads the language. */
export function highlightText(code: string, language: string): ElementContent[] | undefined {
  const markup = highlightMarkup(code, language)
  return markup === undefined ? undefined : parseMarkup(markup)
}
