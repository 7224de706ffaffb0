import type { BuildMatter } from './front-matter.ts'
import { isRecord } from './matter-layer.ts'
import { asBoolean } from './matter-values.ts'

/** Lists and documents have a page, and files lie beside it, unless its author says otherwise. */
export const usualBuild: BuildMatter = { list: 'always', render: 'always', publishResources: true }

/** Reads `build` (Hugo's manual, "Build options"), or says which of its keys holds something that means nothing. */
export function readBuild(value: unknown): BuildMatter | { readonly wrong: string } {
  if (!isRecord(value)) return { wrong: '' }
  const list = readOption(value.list, ['always', 'local', 'never'])
  const render = readOption(value.render, ['always', 'link', 'never'])
  const resources = value.publishresources ?? true
  const publishResources = asBoolean(resources)
  if (list === undefined) return { wrong: 'list' }
  if (render === undefined) return { wrong: 'render' }
  if (publishResources === undefined) return { wrong: 'publishresources' }
  return { list, render, publishResources }
}

function readOption<Option extends string>(
  value: unknown,
  options: readonly (Option | 'always' | 'never')[],
): Option | 'always' | 'never' | undefined {
  if (value === undefined || value === null || value === true) return 'always'
  if (value === false) return 'never'
  return options.find((option) => option === String(value).toLowerCase())
}
