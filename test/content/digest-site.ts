import { digestOf } from '../../src/base/digest-of.ts'
import type { LoadedSite } from '../../src/content/load-site.ts'
import type { MenuItem, Site } from '../../src/content/site.ts'

/** A digest of all that a site holds in all its languages, but for its config: what two builds of it must agree in. */
export const digestSite = ({
  sites,
  leftOut,
  site,
}: Pick<LoadedSite, 'sites' | 'leftOut' | 'site'>): string =>
  digestOf(JSON.stringify([sites.map(digestible), leftOut.map(({ digest }) => digest), site.surroundings]))

/** Lists, neighbours and translations follow from the pages, their order and the config. */
const digestible = ({ pages, resources, menus, schedule }: Site) => [
  pages.map(({ digest }) => digest),
  resources.map(({ path, url, owner, name, title, params, published }) => [
    [path, url, owner, name, title],
    [params, published],
  ]),
  Object.entries(menus).map(([name, items]) => [name, items.map(digestOfItem)]),
  schedule,
]

const digestOfItem = ({ page, children, ...item }: MenuItem): unknown => [
  item,
  page?.digest,
  children.map(digestOfItem),
]
