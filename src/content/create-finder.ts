import path from 'node:path'
import type { Page } from './page.ts'
import { splitLanguage } from './scan/split-language.ts'
import type { Site } from './site.ts'

/** What finds the pages of one site by what an author calls them. */
export type Finder = {
  readonly find: (ref: string, from?: Page) => Page | undefined
  /** Pages with that name, in whatever folder: what a lone name may mean. */
  readonly named: (name: string) => readonly Page[]
}

/**
 * Finds pages by their logical path or by that of their file (Hugo's `GetPage` and `ref`): from the root with a leading
 * slash; else from the folder of the page that asks, then from the root; at last by a name that only one page has.
 */
export function createFinder(site: Pick<Site, 'pages' | 'config'>): Finder {
  let made: Index | undefined
  const index = () => {
    made ??= createIndex(site.pages)
    return made
  }
  const codes = site.config.languages.map(({ code }) => code)
  const named = (name: string) => index().byName.get(lastOf(normalize(name, codes))) ?? []
  return {
    find(ref, from) {
      const { byPath } = index()
      const at = (absolute: string) => byPath.get(normalize(absolute, codes))
      if (ref.startsWith('/') || ref === '') return at(ref)
      const relative = from && at(path.posix.join(folderOf(from), ref))
      if (relative || /^\.\.?(\/|$)/.test(ref)) return relative
      const found = at(ref)
      if (found || normalize(ref, codes).includes('/', 1)) return found
      const [only, ...others] = named(ref)
      return others.length === 0 ? only : undefined
    },
    named,
  }
}

type Index = {
  readonly byPath: ReadonlyMap<string, Page>
  /** By the last part of the path. */
  readonly byName: ReadonlyMap<string, readonly Page[]>
}

function createIndex(pages: readonly Page[]): Index {
  const byPath = new Map<string, Page>()
  const byName = new Map<string, Page[]>()
  for (const page of pages) {
    const key = page.path.toLowerCase()
    if (!byPath.has(key)) byPath.set(key, page)
    const name = lastOf(key)
    const others = byName.get(name)
    if (others) others.push(page)
    else byName.set(name, [page])
  }
  return { byPath, byName }
}

const lastOf = (logical: string) => logical.slice(logical.lastIndexOf('/') + 1)

/** Where relative paths of a page begin: a list's own folder, else the folder that the page or its bundle lies in. */
const folderOf = ({ bundle, path: logical }: Page) =>
  bundle === 'branch' ? logical : path.posix.dirname(logical)

/** `/Posts/My Trip/index.fr.md` → `/posts/my-trip`. */
const normalize = (ref: string, codes: readonly string[]): string =>
  path.posix
    .join('/', splitLanguage(ref, codes).path.replace(/\.(md|markdown|html?)$/i, ''))
    .replace(/\/_?index$/i, '')
    .replace(/(.)\/$/, '$1')
    .replace(/^$/, '/')
    .toLowerCase()
    .replaceAll(' ', '-')
