import type { PageKindName, UrlConfig } from './config.ts'

type UserPermalinks = Readonly<Record<string, string | Readonly<Record<string, string>>>>

const kinds: readonly string[] = ['page', 'section', 'taxonomy', 'term'] satisfies readonly PageKindName[]

/**
 * Patterns by kind. One that stands for a section alone is for its pages, and for the pages of a taxonomy's terms
 * where the name is that of a taxonomy (Hugo's manual, "Configure permalinks").
 */
export function resolvePermalinks(user: UserPermalinks): UrlConfig['permalinks'] {
  const bare = Object.fromEntries(
    Object.entries(user).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const of = (kind: string) => {
    const own = kinds.includes(kind) ? user[kind] : undefined
    return typeof own === 'object' ? own : {}
  }
  return {
    home: {},
    page: { ...bare, ...of('page') },
    section: of('section'),
    taxonomy: of('taxonomy'),
    term: { ...bare, ...of('term') },
  }
}
