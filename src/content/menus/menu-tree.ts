import type { Diagnostic } from '../../base/diagnostic.ts'
import type { MenuItem } from '../site.ts'
import { type Item, keyOf } from './menu-item.ts'

export type MenuTree = {
  readonly items: ReadonlyMap<string, Item>
  readonly compare: (a: MenuItem, b: MenuItem) => number
}

/** Puts the entries below their parents, each level in order. */
export function createMenuTree(menu: string, { items, compare }: MenuTree) {
  const children = Map.groupBy(items.values(), (item) =>
    isBelowItself(item, items) ? '' : (item.parent ?? ''),
  )
  const build = ({ parent, place, ...item }: Item): MenuItem => ({
    ...item,
    children: childrenOf(keyOf(item)).map(build).sort(compare),
  })
  // Nobody can name an entry without a name as a parent: '' is where those without one stand.
  const childrenOf = (key: string) => (key === '' ? [] : (children.get(key) ?? []))
  const orphans = [...items.values()].filter(({ parent }) => parent && !items.has(parent))
  return {
    entries: [
      ...(children.get('') ?? []).map(build),
      // Hugo makes an entry without an address of a parent that is not there; its children would be lost else.
      ...[...new Set(orphans.map(({ parent = '' }) => parent))].map((name) =>
        build({ ...blank, identifier: name, name }),
      ),
    ].sort(compare),
    diagnostics: orphans.map((item) => orphaned(menu, item)),
  }
}

function isBelowItself(item: Item, items: ReadonlyMap<string, Item>): boolean {
  const seen = new Set<Item>()
  for (let above: Item | undefined = item; above; above = items.get(above.parent ?? '')) {
    if (seen.has(above)) return above === item
    seen.add(above)
  }
  return false
}

const blank: Item = {
  identifier: '',
  name: '',
  title: undefined,
  url: '',
  weight: 0,
  page: undefined,
  pre: undefined,
  post: undefined,
  params: {},
  parent: undefined,
  place: { path: '' },
}

function orphaned(menu: string, { name, parent, place }: Item): Diagnostic {
  return {
    code: 'content/menu',
    severity: 'warning',
    message: `Cannot find the parent of "${name}" in the menu ${menu}: there is no entry "${parent}", so it is one without an address`,
    hint: 'Write the `identifier` of an entry as the `parent`, or its name where it has none',
    place,
  }
}
