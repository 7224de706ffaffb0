import type { UrlMemory } from './url-memory.ts'

/** The memory as text: sorted, a line for each entry, so that a commit shows what has changed and two can be merged. */
export function formatUrlMemory({ pages, moved, gone }: UrlMemory): string {
  const entries = (record: Readonly<Record<string, unknown>>) =>
    Object.keys(record)
      .sort()
      .map((key) => `    ${JSON.stringify(key)}: ${JSON.stringify(record[key])}`)
  const lines = [...gone].sort().map((url) => `    ${JSON.stringify(url)}`)
  return `{
  "about": "Inkseal remembers here which addresses pages have and had. Commit it.",
  "pages": ${block('{', entries(pages), '}')},
  "moved": ${block('{', entries(moved), '}')},
  "gone": ${block('[', lines, ']')}
}
`
}

const block = (open: string, lines: readonly string[], close: string) =>
  lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n  ${close}`
