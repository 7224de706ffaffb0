import path from 'node:path'
import type { Config } from '../../config/config.ts'
import { type NamedSource, nameSource } from './parse-source.ts'
import type { Source } from './source.ts'

export type SortedSource = NamedSource & {
  /** The page of the leaf bundle of which the file is a part, and so no page itself. */
  readonly owner?: NamedSource | undefined
}

/** The files of a language, as what their names make of them. */
export type LanguageSources = { readonly config: Config; readonly sources: readonly SortedSource[] }

/**
 * Tells pages from the files inside a leaf bundle. What lies beside a bundle's page is a part of it, also while that
 * cannot be read.
 */
export function sortSources(sources: readonly Source[], config: Config): LanguageSources {
  const named = sources.map((source) => nameSource(source, config))
  const leaves = new Map(named.filter(isLeaf).map((leaf) => [path.posix.dirname(leaf.file), leaf]))
  if (leaves.size === 0) return { config, sources: named }
  return { config, sources: named.map((source) => ({ ...source, owner: ownerOf(source, leaves) })) }
}

const isLeaf = ({ bundle, kind }: NamedSource) => bundle === 'leaf' && kind === 'page'

function ownerOf(source: NamedSource, leaves: ReadonlyMap<string, NamedSource>): NamedSource | undefined {
  const folder = path.posix.dirname(source.file)
  const start = isLeaf(source) ? path.posix.dirname(folder) : folder
  for (let above = start; above !== '.'; above = path.posix.dirname(above)) {
    const owner = leaves.get(above)
    if (owner) return owner
  }
  return undefined
}
