import type { Config, MenuEntry } from './config.ts'
import type { UserConfig, UserMenuEntry } from './user-config.ts'

type UserMenus = Pick<UserConfig, 'menu' | 'menus'>

/** Menus by name; a language's own stand in for those of the site that have the same name. */
export function resolveMenus(user: UserMenus, own: UserMenus): Config['menus'] {
  const menus = {
    ...user.menus,
    ...(user.menu && { main: user.menu }),
    ...own.menus,
    ...(own.menu && { main: own.menu }),
  }
  return Object.fromEntries(Object.entries(menus).map(([name, entries]) => [name, entries.map(menuEntry)]))
}

function menuEntry(entry: UserMenuEntry): MenuEntry {
  const name = entry.name ?? entry.title ?? ''
  return {
    identifier: entry.identifier ?? name,
    name,
    title: entry.name === undefined ? undefined : entry.title,
    url: entry.url,
    pageRef: entry.pageRef,
    parent: entry.parent,
    weight: entry.weight ?? 0,
    pre: entry.pre,
    post: entry.post,
    params: entry.params ?? {},
  }
}
