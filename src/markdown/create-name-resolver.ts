import path from 'node:path'
import { encodePath } from '../base/encode-path.ts'
import { onceAsked } from '../base/once.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'

/** Gives the URL of the page that a wikilink names, seen from the page that it stands on. */
export type NameResolver = (name: string, page: Page) => string | undefined

/**
 * What a wikilink names: a page by a path from where the linking page lies, by one from the content folder, by its
 * file's name, or by its title. The first of the list that fits; case does not matter.
 */
export function createNameResolver(site: Pick<Site, 'pages'>): NameResolver {
  const names = onceAsked(() => indexNames(site.pages))
  return (name, page) => {
    const { byId, byFile, byTitle } = names()
    const wanted = plain(name)
    const near = plain(path.posix.join(path.posix.dirname(page.id), name))
    const found = byId.get(near) ?? byId.get(wanted) ?? byFile.get(wanted) ?? byTitle.get(name.toLowerCase())
    return found && encodePath(found.url)
  }
}

function indexNames(pages: readonly Page[]) {
  const byId = new Map<string, Page>()
  const byFile = new Map<string, Page>()
  const byTitle = new Map<string, Page>()
  const add = (names: Map<string, Page>, name: string, page: Page) => {
    if (!names.has(name)) names.set(name, page)
  }
  for (const page of pages) {
    if (!page.source) continue
    const id = plain(page.id)
    add(byId, id, page)
    add(byFile, path.posix.basename(id), page)
    add(byTitle, page.title.toLowerCase(), page)
  }
  return { byId, byFile, byTitle }
}

const plain = (id: string) =>
  id
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/\.(?:md|markdown|html)$/, '')
    .replace(/\/_?index$/, '')
