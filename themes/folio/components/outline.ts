import type { HeadingView } from 'inkseal/theme'

export type OutlineNode = { readonly heading: HeadingView; readonly children: readonly OutlineNode[] }

/** Headings in document order → a tree. A heading holds those after it that are deeper, whatever levels they skip. */
export function outline(headings: readonly HeadingView[]): readonly OutlineNode[] {
  const [heading, ...rest] = headings
  if (!heading) return []
  const end = rest.findIndex(({ depth }) => depth <= heading.depth)
  const inside = end === -1 ? rest : rest.slice(0, end)
  return [{ heading, children: outline(inside) }, ...outline(rest.slice(inside.length))]
}
