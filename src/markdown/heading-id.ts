import type { MarkdownConfig } from '../config/markdown-config.ts'

export type HeadingIds = MarkdownConfig['headingIds']

/**
 * The id of a heading's text, before repeats are told apart, as Hugo 0.169 makes it (`autoIDType`). `github` keeps
 * letters, digits and `_` and makes each space and `-` a `-`; `github-ascii` takes accents off and drops what is
 * still not ASCII; `blackfriday` makes each run of anything but letters and numbers one `-`.
 */
export function headingId(text: string, kind: HeadingIds): string {
  const id = rules[kind](text.trim())
  return id === '' ? 'heading' : id
}

const rules: Readonly<Record<HeadingIds, (text: string) => string>> = {
  github,
  'github-ascii': (text) => github(withoutAccents(text).replaceAll(/[^\0-\x7f]/g, '')),
  blackfriday: (text) => lower(text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')),
}

function github(text: string): string {
  return lower(text.replaceAll(/[^\p{L}\p{Nd}_ -]/gu, '').replaceAll(' ', '-'))
}

/** `İ` becomes `i`, without the dot that JavaScript adds. */
const lower = (text: string) => text.replaceAll('İ', 'i').toLowerCase()

const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC')
