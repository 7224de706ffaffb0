import type { Config, MenuEntry } from './config.ts'
import type { UserConfig } from './user-config.ts'
import type { UserMenuEntry } from './user-menu-entry.ts'

type UserMenus = Pick<UserConfig, 'menu' | 'menus'>

/** Menus by name; a language's own stand in for those of the site that have the same name. */
export function resolveMenus(user: UserMenus, own: UserMenus): Config['menus'] {
  const menus = {
    ...user.menus,
    ...(user.menu && { main: user.menu }),
    ...own.menus,
    ...(own.menu && { main: own.menu }),
  }
  return Object.fromEntries(Object.entries(menus).map(([name, entries]) => [name, resolveMenu(entries)]))
}

/** Where no entry has a weight, the order of writing is meant. (A Hugo config's entries always have one, 0 mostly.) */
function resolveMenu(entries: readonly UserMenuEntry[]): readonly MenuEntry[] {
  const isWeighed = entries.some(({ weight }) => weight !== undefined)
  return entries.map((entry, index) => menuEntry(entry, isWeighed ? 0 : index + 1))
}

function menuEntry(entry: UserMenuEntry, weight: number): MenuEntry {
  const name = entry.name ?? entry.title ?? ''
  return {
    identifier: entry.identifier ?? name,
    name,
    title: entry.name === undefined ? undefined : entry.title,
    url: entry.url,
    pageRef: entry.pageRef,
    parent: entry.parent,
    weight: entry.weight ?? weight,
    pre: entry.pre,
    post: entry.post,
    params: entry.params ?? {},
  }
}
