import { createGlob } from '../create-glob.ts'
import type { ResourceMatter } from '../matter/front-matter.ts'
import type { Resource } from '../site.ts'

/**
 * Gives the files of a page the names, titles and params that its front matter has for them. Of several globs that fit,
 * the first that says something goes; `:counter` counts the files that one has named (Hugo's manual, "Page resources").
 */
export function describeResources(
  resources: readonly Resource[],
  matter: readonly ResourceMatter[],
): readonly Resource[] {
  if (matter.length === 0) return resources
  const rules = matter.map((rule) => ({ ...rule, fits: createGlob(rule.src) }))
  const counters = new Map<string, number>()
  const counted = (text: string, key: string) => {
    if (!text.includes(':counter')) return text
    const count = (counters.get(key) ?? 0) + 1
    counters.set(key, count)
    return text.replaceAll(':counter', String(count))
  }
  return resources.map((resource) => {
    const fitting = rules.filter(({ fits }) => fits(resource.name))
    const named = fitting.find(({ name }) => name !== undefined)
    const titled = fitting.find(({ title }) => title !== undefined)
    return {
      ...resource,
      name: named?.name === undefined ? resource.name : counted(named.name, `name ${named.src}`),
      title: titled?.title === undefined ? resource.title : counted(titled.title, `title ${titled.src}`),
      params: Object.assign({}, ...fitting.map(({ params }) => params).reverse()),
    }
  })
}
