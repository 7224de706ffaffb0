import path from 'node:path'
import type { Page } from '../page.ts'
import { splitLanguage } from '../scan/split-language.ts'
import type { Resource, Site } from '../site.ts'
import { describeResources } from './describe-resources.ts'

/**
 * The resources of a language, with those that its bundles have from the same bundles in the others: these are
 * published there, once, and stand here for what looks among a page's own files, under the names that this bundle gives
 * them. One of its own goes before another's.
 *
 * @param others in the order in which they are asked
 */
export function shareResources(site: Site, others: readonly Site[]): readonly Resource[] {
  const bundles = new Map(
    site.pages.filter(({ bundle }) => bundle === 'leaf').map((page) => [page.path, page]),
  )
  const codes = site.config.languages.map(({ code }) => code)
  const taken = new Set(site.resources.map((resource) => keyOf(asWritten(resource), resource.owner, codes)))
  const shared = others.flatMap((other) => {
    const owners = new Map(other.pages.map((page) => [page.id, page]))
    return other.resources.flatMap((resource) => {
      const bundle = bundleFor(resource, { owners, bundles })
      if (!bundle) return []
      const key = keyOf(asWritten(resource), bundle.id, codes)
      if (taken.has(key)) return []
      taken.add(key)
      return [{ ...asWritten(resource), owner: bundle.id, published: false }]
    })
  })
  const sharing = new Set(shared.map(({ owner }) => owner))
  const described = [...bundles.values()]
    .filter(({ id }) => sharing.has(id))
    .flatMap(({ id, matter }) => {
      const own = site.resources.filter(({ owner }) => owner === id).map(asWritten)
      const others = shared.filter(({ owner }) => owner === id)
      const inOrder = [...own, ...others].sort((a, b) => (a.name < b.name ? -1 : 1))
      return describeResources(inOrder, matter.resources)
    })
  return [...site.resources.filter(({ owner }) => !sharing.has(owner ?? '')), ...described]
}

/** As it lies in its bundle, whatever the bundle calls it. */
function asWritten(resource: Resource): Resource {
  const folder = path.posix.dirname(resource.owner ?? '')
  const name = folder === '.' ? resource.path : path.posix.relative(folder, resource.path)
  return { ...resource, name, title: name, params: {} }
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
