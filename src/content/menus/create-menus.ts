import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Page } from '../page.ts'
import type { MenuItem, Site } from '../site.ts'
import { type Item, itemOfConfig, itemOfPage, itemOfSection, keyOf, type MenuContext } from './menu-item.ts'
import { createMenuTree } from './menu-tree.ts'

export type Menus = {
  readonly menus: Site['menus']
  readonly diagnostics: readonly Diagnostic[]
}

type SitePages = Pick<Site, 'config' | 'pages' | 'sections'>

/** Makes the menus of a language from the config, the sections, and the pages that add themselves (Hugo's manual, "Menus"). */
export function createMenus(site: SitePages, context: MenuContext): Menus {
  const { config, pages, sections } = site
  const collator = new Intl.Collator(config.site.language)
  const names = new Set([
    ...Object.keys(config.menus),
    ...(config.sectionPagesMenu === undefined ? [] : [config.sectionPagesMenu]),
    ...pages.flatMap(({ matter }) => Object.keys(matter.menus)),
  ])
  const diagnostics: Diagnostic[] = []
  const menus = [...names].map((menu) => {
    const items = new Map<string, Item>()
    for (const entry of config.menus[menu] ?? []) {
      const outcome = itemOfConfig(entry, { menu, config, context })
      if (outcome === undefined) continue
      if ('code' in outcome) diagnostics.push(outcome)
      else items.set(keyOf(outcome), outcome)
    }
    if (menu === config.sectionPagesMenu) {
      for (const item of sections.filter(({ page }) => isTop(page)).map(({ page }) => itemOfSection(page)))
        if (!items.has(keyOf(item))) items.set(keyOf(item), item)
    }
    for (const page of pages) {
      const own = page.matter.menus[menu]
      if (own === undefined) continue
      const item = itemOfPage(page, own)
      if (items.has(keyOf(item))) diagnostics.push(taken(menu, item))
      else items.set(keyOf(item), item)
    }
    const compare = (a: MenuItem, b: MenuItem) =>
      weightOf(a) - weightOf(b) ||
      collator.compare(a.name, b.name) ||
      collator.compare(a.identifier, b.identifier)
    const tree = createMenuTree(menu, { items, compare })
    diagnostics.push(...tree.diagnostics)
    return [menu, tree.entries] as const
  })
  return { menus: Object.fromEntries(menus.filter(([, entries]) => entries.length > 0)), diagnostics }
}

const weightOf = ({ weight }: MenuItem) => (weight === 0 ? Number.MAX_SAFE_INTEGER : weight)

const isTop = ({ path: logical }: Page) => logical.lastIndexOf('/') === 0

function taken(menu: string, { name, identifier, place }: Item): Diagnostic {
  return {
    code: 'content/menu',
    severity: 'warning',
    message: `Cannot add the page to the menu ${menu}: it has an entry "${identifier || name}" already`,
    hint: 'Give the entry an `identifier` of its own',
    place,
  }
}
