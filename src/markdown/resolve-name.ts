import path from 'node:path'
import { encodePath } from '../base/encode-path.ts'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'

/**
 * The URL of the page that a wikilink names: by a path from where the linking page lies, by one from the content
 * folder, by its file's name, or by its title. The first of the list that fits; case does not matter.
 */
export function resolveName(name: string, page: Page, site: Site): string | undefined {
  const wanted = plain(name)
  const near = plain(path.posix.join(path.posix.dirname(page.id), name))
  const rules: readonly ((candidate: Page) => boolean)[] = [
    ({ id }) => plain(id) === near,
    ({ id }) => plain(id) === wanted,
    ({ id }) => path.posix.basename(plain(id)) === wanted,
    ({ title }) => title.toLowerCase() === name.toLowerCase(),
  ]
  for (const rule of rules) {
    const found = site.pages.find((candidate) => candidate.source && rule(candidate))
    if (found) return encodePath(found.url)
  }
  return undefined
}

const plain = (id: string) =>
  id
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/\.(?:md|markdown|html)$/, '')
    .replace(/\/_?index$/, '')
