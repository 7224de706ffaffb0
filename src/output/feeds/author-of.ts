import type { Page } from '../../content/page.ts'

/** The page's own `author`, or the first of its `authors`; else the usual one. */
export function authorOf({ matter }: Pick<Page, 'matter'>, usual: string | undefined): string | undefined {
  const { author, authors } = matter.params
  const first = Array.isArray(authors) ? authors[0] : undefined
  return [author, first].map(nameOf).find((name) => name !== undefined) ?? usual
}

function nameOf(value: unknown): string | undefined {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : value
  return typeof name === 'string' && name !== '' ? name : undefined
}
