import type { ResourceMatter } from './front-matter.ts'
import { isRecord } from './matter-layer.ts'
import { asText } from './matter-values.ts'

/** Reads `resources`, a list of maps with `src` (Hugo's manual, "Page resources"). Undefined where it is none. */
export function readResources(value: unknown): readonly ResourceMatter[] | undefined {
  if (!Array.isArray(value)) return undefined
  const resources = value.map((item): ResourceMatter | undefined => {
    if (!isRecord(item)) return undefined
    const src = asText(item.src)
    if (src === undefined) return undefined
    return {
      src,
      name: asText(item.name),
      title: asText(item.title),
      params: isRecord(item.params) ? item.params : {},
    }
  })
  return resources.every((resource) => resource !== undefined) ? resources : undefined
}
