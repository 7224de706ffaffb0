import type { Config } from '../../config/config.ts'
import { type CascadeRule, readCascade } from '../matter/cascade.ts'
import type { Cascades } from '../matter/inherit.ts'
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
  const others = fieldsOf(config)
  if (config.cascade.length > 0)
    cascades.set('', readCascade(config.cascade, { others, origin: undefined }) ?? [])
  for (const { kind, path, file, slug, title, cascade, origin } of pages) {
    if (kind !== 'page') {
      branches.set(path, { slug, title: title ?? '' })
      const rules = cascade === undefined ? [] : readCascade(cascade, { others, origin })
      if (rules && rules.length > 0) cascades.set(path, rules)
    }
    const [, folder] = /^([^/]+)\//.exec(file) ?? []
    const first = folder === undefined ? undefined : `/${folder.toLowerCase().replaceAll(' ', '-')}`
    if (folder !== undefined && first !== undefined && first !== path && !branches.has(first))
      branches.set(first, { slug: undefined, title: listTitle(folder, config.titles) })
  }
  return { config, branches, cascades, environment }
}

/** Fields of front matter beside the usual ones: the taxonomies, and the keys that dates come from. */
export const fieldsOf = ({ taxonomies, dates }: Config): readonly string[] => [
  ...Object.values(taxonomies),
  ...Object.values(dates)
    .flat()
    .filter((source) => !source.startsWith(':')),
]
