import { decodePath } from '../../base/decode-path.ts'
import { isPublic } from '../../content/is-public.ts'
import type { Page } from '../../content/page.ts'
import type { Edition } from '../edition.ts'
import { isElsewhere } from './link-target.ts'

/** Says which pages link to a page in their bodies, in the order of lists. The links are read at the first question. */
export function findBacklinks({ site, rendered }: Edition): (page: Page) => readonly Page[] {
  let found: ReadonlyMap<Page, readonly Page[]> | undefined
  const collect = () => {
    const backlinks = new Map<Page, Page[]>()
    for (const page of site.pages) {
      const targets = (rendered.get(page.id)?.links ?? []).flatMap(({ kind, url }) =>
        kind === 'link' ? (pageAt(url, page) ?? []) : [],
      )
      for (const target of new Set(targets)) {
        if (target === page || !isPublic(page, site.config)) continue
        const known = backlinks.get(target)
        if (known) known.push(page)
        else backlinks.set(target, [page])
      }
    }
    return backlinks
  }
  const { url: origin } = site.config.site
  const pageAt = (link: string, from: Page): Page | undefined => {
    if (isElsewhere(link, origin)) return undefined
    const base = origin + from.url
    const url = URL.canParse(link, base) ? new URL(link, base) : undefined
    if (url?.origin !== new URL(origin).origin) return undefined
    const path = decodePath(url.pathname).normalize()
    return site.byUrl.get(path) ?? site.byUrl.get(`${path}/`)
  }
  return (page) => {
    found ??= collect()
    return found.get(page) ?? []
  }
}
