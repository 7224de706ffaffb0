import type { Resource } from '../site.ts'

/** Files by the id of the page in whose bundle they lie; those in no bundle belong to nobody. */
export function groupResources(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>()
  for (const resource of resources) {
    if (resource.owner === undefined) continue
    const group = groups.get(resource.owner)
    if (group) group.push(resource)
    else groups.set(resource.owner, [resource])
  }
  return groups
}
