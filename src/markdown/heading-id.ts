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
  // Nearly all headings are of these letters alone.
  if (/^[\w -]*$/.test(text)) return text.replaceAll(' ', '-').toLowerCase()
  return lower(text.replaceAll(/[^\p{L}\p{Nd}_ -]/gu, '').replaceAll(' ', '-'))
}

/** `İ` becomes `i`, without the dot that JavaScript adds. */
const lower = (text: string) => text.replaceAll('İ', 'i').toLowerCase()

const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC')

/** What an id is made of where a heading has several lines. */
export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''

type Ids = { readonly taken: ReadonlySet<string>; readonly counts: Map<string, number> }

/** `counts` says from where on to look: a document of one heading repeated is not looked through each time. */
export function firstFree(id: string, { taken, counts }: Ids): string {
  if (!taken.has(id)) return id
  let count = (counts.get(id) ?? 0) + 1
  while (taken.has(`${id}-${count}`)) count++
  counts.set(id, count)
  return `${id}-${count}`
}
