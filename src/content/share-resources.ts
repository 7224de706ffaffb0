import type { Page } from './page.ts'
import type { Resource, Site } from './site.ts'
import { splitLanguage } from './split-language.ts'

/**
 * The resources of a language, with those that its bundles have from the same bundles in the others: these are
 * published there, once, and stand here for what looks among a page's own files. One of its own goes before another's.
 *
 * @param others in the order in which they are asked
 */
export function shareResources(site: Site, others: readonly Site[]): readonly Resource[] {
  const bundles = new Map(
    site.pages.filter(({ bundle }) => bundle === 'leaf').map((page) => [page.path, page]),
  )
  const codes = site.config.languages.map(({ code }) => code)
  const taken = new Set(site.resources.map((resource) => keyOf(resource, resource.owner, codes)))
  const shared = others.flatMap((other) => {
    const owners = new Map(other.pages.map((page) => [page.id, page]))
    return other.resources.flatMap((resource) => {
      const bundle = bundleFor(resource, { owners, bundles })
      if (!bundle) return []
      const key = keyOf(resource, bundle.id, codes)
      if (taken.has(key)) return []
      taken.add(key)
      return [{ ...resource, owner: bundle.id, published: false }]
    })
  })
  return [...site.resources, ...shared]
}

type Pages = {
  /** Of the other language, by id. */
  readonly owners: ReadonlyMap<string, Page>
  /** Of this one, by path. */
  readonly bundles: ReadonlyMap<string, Page>
}

function bundleFor({ owner }: Resource, { owners, bundles }: Pages): Page | undefined {
  const there = owner === undefined ? undefined : owners.get(owner)
  return there?.bundle === 'leaf' ? bundles.get(there.path) : undefined
}

const keyOf = ({ name }: Resource, owner: string | undefined, codes: readonly string[]) =>
  `${owner}\n${splitLanguage(name, codes).path}`
