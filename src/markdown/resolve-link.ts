import path from 'node:path'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'

/**
 * The URL that a relative link means: of the page or file at that path, seen from where the page's source lies, or
 * undefined where there is none.
 */
export function resolveLink(relative: string, page: Page, site: Site): string | undefined {
  const target = path.posix.join(path.posix.dirname(page.id), relative)
  const found = site.bySource.get(target) ?? site.bySource.get(path.posix.join(target, 'index.md'))
  return found?.url ?? site.resourceUrls.get(target)
}
