import { onceEach } from '../../base/once.ts'
import type { Config } from '../../config/config.ts'
import { type CascadeRule, readCascade } from '../matter/cascade.ts'
import type { Cascades } from '../matter/inherit.ts'
import { createToLayer, type ToLayer } from '../matter/matter-layer.ts'
import type { MatterText } from '../matter/matter-text.ts'
import type { Page } from '../page.ts'
import type { Branches } from '../url/sections-of.ts'
import { listTitle } from './list-title.ts'

/** What the pages of a language get from those above them. */
export type ListContext = {
  readonly config: Config
  readonly branches: Branches
  readonly cascades: Cascades
  /** `production` for what readers see, `development` while it is written. */
  readonly environment: string
  readonly toLayer: ToLayer
}

/** A page, as far as those below it need it. */
export type Ancestor = Pick<Page, 'kind' | 'path'> & {
  /** Its path inside the content folder, without a language. */
  readonly file: string
  readonly slug: string | undefined
  readonly title: string | undefined
  readonly cascade: unknown
  /** For messages; undefined where it was read before. */
  readonly origin: MatterText | undefined
}

/** Collects what the lists of a language, and its config, give to the pages below them. */
export function listContext(
  pages: readonly Ancestor[],
  { config, environment = 'production' }: { readonly config: Config; readonly environment?: string },
): ListContext {
  const branches = new Map<string, { slug: string | undefined; title: string }>()
  const cascades = new Map<string, readonly CascadeRule[]>()
  const toLayer = createToLayer(fieldsOf(config))
  if (config.cascade.length > 0)
    cascades.set('', readCascade(config.cascade, { toLayer, origin: undefined }) ?? [])
  const firstOf = onceEach((folder: string) => `/${folder.toLowerCase().replaceAll(' ', '-')}`)
  for (const { kind, path, file, slug, title, cascade, origin } of pages) {
    if (kind !== 'page') {
      branches.set(path, { slug, title: title ?? '' })
      const rules = cascade === undefined ? [] : readCascade(cascade, { toLayer, origin })
      if (rules && rules.length > 0) cascades.set(path, rules)
    }
    const end = file.indexOf('/')
    if (end <= 0) continue
    const folder = file.slice(0, end)
    const first = firstOf(folder)
    if (first !== path && !branches.has(first))
      branches.set(first, { slug: undefined, title: listTitle(folder, config.titles) })
  }
  return { config, branches, cascades, environment, toLayer }
}

/** Fields of front matter beside the usual ones: the taxonomies, and the keys that dates come from. */
export const fieldsOf = ({ taxonomies, dates }: Config): readonly string[] => [
  ...Object.values(taxonomies),
  ...Object.values(dates)
    .flat()
    .filter((source) => !source.startsWith(':')),
]
