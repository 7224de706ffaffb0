import type { CascadeRule, CascadeTarget } from './cascade.ts'
import type { MatterLayer } from './matter-layer.ts'
import type { MatterText } from './matter-text.ts'

/** Cascades by the logical path of the branch that writes them; those of the config stand under the empty path. */
export type Cascades = ReadonlyMap<string, readonly CascadeRule[]>

export type Inherited = {
  readonly layer: MatterLayer
  /** The files that the inherited fields stand in; undefined for the config. */
  readonly origins: ReadonlyMap<string, MatterText | undefined>
}

/**
 * A page's front matter with what it inherits: the nearest branch goes before those above it, its own cascade being
 * the nearest, and a rule before those that follow. Params are inherited one by one, each as a whole (measured with
 * Hugo 0.169).
 */
export function inherit(own: MatterLayer, target: CascadeTarget, cascades: Cascades): Inherited {
  if (cascades.size === 0) return { layer: own, origins: new Map() }
  const rules = branchesOf(target.path)
    .flatMap((branch) => cascades.get(branch) ?? [])
    .filter(({ matches }) => matches(target))
    .reverse()
  const layers = [...rules.map(({ layer }) => layer), own]
  const origins = rules.flatMap(({ layer, origin }) =>
    Object.keys(layer.fields).map((key) => [key, origin] as const),
  )
  return {
    layer: {
      fields: Object.assign({}, ...layers.map(({ fields }) => fields)),
      params: Object.assign({}, ...layers.map(({ params }) => params)),
    },
    origins: new Map(origins.filter(([key]) => !(key in own.fields))),
  }
}

/** `/a/b` → `/a/b`, `/a`, `/`, and the config. */
function branchesOf(path: string): readonly string[] {
  const branches: string[] = []
  for (let branch = path; branch !== '/' && branch !== ''; branch = branch.slice(0, branch.lastIndexOf('/')))
    branches.push(branch)
  return [...branches, '/', '']
}
