import type { InlineCode, Text } from 'mdast'
import { escapeText } from './escape-html.ts'
import type { Sheet } from './sheet.ts'

export function writeText({ value }: Text, sheet: Sheet): void {
  print(trimLines(value), sheet)
}

/** Behind a line break, the white space that a text begins with is none of it. */
export function writeTextBehindBreak({ value }: Text, sheet: Sheet): void {
  print(trimLines(value).replace(/^[\t ]+/, ''), sheet)
}

export function writeInlineCode({ value }: InlineCode, sheet: Sheet): void {
  sheet.html += '<code>'
  print(lineOf(value), sheet)
  sheet.html += '</code>'
}

export const lineOf = (code: string): string => code.replaceAll(/\r?\n|\r/g, ' ')

/** As mdast-util-to-hast does it (trim-lines). */
export const trimLines = (text: string): string =>
  /[\r\n]/.test(text) ? text.replaceAll(/[\t ]*(\r?\n|\r)[\t ]*/g, '$1') : text

function print(text: string, sheet: Sheet): void {
  sheet.html += escapeText(text)
  sheet.words += text
}
