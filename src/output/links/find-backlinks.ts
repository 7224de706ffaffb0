import { isPublic } from '../../content/is-public.ts'
import type { Page } from '../../content/page.ts'
import type { Edition } from '../edition.ts'
import { targetOf } from './link-target.ts'

/** Says which pages link to a page in their bodies, in the order of lists. The links are read at the first question. */
export function findBacklinks({ site, rendered }: Edition): (page: Page) => readonly Page[] {
  let found: ReadonlyMap<Page, readonly Page[]> | undefined
  const collect = () => {
    const backlinks = new Map<Page, Page[]>()
    for (const page of site.pages) {
      const { links } = rendered.get(page.id) ?? {}
      if (!links || links.length === 0 || !isPublic(page, site.config)) continue
      const targets = new Set<Page>()
      for (const { kind, url } of links) {
        const target = kind === 'link' ? pageAt(url, page) : undefined
        if (target && target !== page) targets.add(target)
      }
      for (const target of targets) {
        const known = backlinks.get(target)
        if (known) known.push(page)
        else backlinks.set(target, [page])
      }
    }
    return backlinks
  }
  const { url: origin } = site.config.site
  const pageAt = (link: string, from: Page): Page | undefined => {
    const target = targetOf(link, { page: from.url, origin })
    return target && (site.byUrl.get(target.path) ?? site.byUrl.get(`${target.path}/`))
  }
  return (page) => {
    found ??= collect()
    return found.get(page) ?? []
  }
}
