import { digestOf } from '../base/digest-of.ts'
import type { Page } from './page.ts'
import type { MenuItem, Site } from './site.ts'

export type SiteSurroundings = {
  /** The pages that this build does not show. */
  readonly leftOut: readonly Page[]
  /** Paths and stamps of the files from which no page could be made. */
  readonly unread: readonly string[]
  readonly surroundings: string
}

/** A digest of all that the languages of a site hold; the config, on which much else depends, is no part of it. */
export function digestSites(
  sites: readonly Site[],
  { leftOut, unread, surroundings }: SiteSurroundings,
): string {
  return digestOf(
    JSON.stringify([
      sites.map(digestible),
      // What is not shown can still be what a link was meant for.
      leftOut.map(({ digest }) => digest),
      unread,
      surroundings,
    ]),
  )
}

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
