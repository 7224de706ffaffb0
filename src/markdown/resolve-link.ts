import path from 'node:path'
import type { Page } from '../content/page.ts'
import type { Site } from '../content/site.ts'

/**
 * The URL that a link by a file's path means: of the page or file at that path, seen from where the page's source
 * lies or, with a slash at its start, from the content folder; undefined where there is none. A bare name, such as
 * `other`, is a page beside this one where no address is meant (Hugo's embedded link render hook).
 */
export function resolveLink(link: string, page: Page, site: Site): string | undefined {
  if (link.startsWith('/')) return (site.findPage(link, page) ?? site.bySource.get(link.slice(1)))?.url
  const target = path.posix.join(path.posix.dirname(page.id), link)
  const found = site.bySource.get(target) ?? site.bySource.get(path.posix.join(target, 'index.md'))
  return found?.url ?? site.resourceUrls.get(target) ?? besideBy(link, target, { page, site })?.url
}

function besideBy(
  link: string,
  target: string,
  { page, site }: { readonly page: Page; readonly site: Site },
): Page | undefined {
  if (!/^[^./]+$/.test(link)) return undefined
  const address = `${page.url.replace(/[^/]*$/, '')}${link}`
  if (site.byUrl.has(address) || site.byUrl.has(`${address}/`)) return undefined
  return site.bySource.get(`${target}.md`)
}
