import type { PageKind } from '../page.ts'

/** What a section, or a list of another kind, says that the addresses below it need. By logical path. */
export type Branches = ReadonlyMap<string, { readonly slug: string | undefined; readonly title: string }>

export type PageSections = {
  /** Logical names, the first folder first. */
  readonly sections: readonly string[]
  /** The same sections' slugs, or titles where they have none; folders that are no sections are left out. */
  readonly slugs: readonly string[]
}

/**
 * The sections that a page lies in: its first folder is one, and a deeper one where it has an `_index.md` (Hugo's
 * manual, "Sections"). A list lies in itself.
 */
export function sectionsOf(
  { path, kind }: { readonly path: string; readonly kind: PageKind },
  branches: Branches,
): PageSections {
  const folders = path.split('/').slice(1)
  const within = kind === 'page' ? folders.slice(0, -1) : folders
  const prefixes = within.map((_, index) => `/${within.slice(0, index + 1).join('/')}`)
  const isSection = (prefix: string, index: number) => index === 0 || branches.has(prefix)
  const depth = kind === 'page' ? prefixes.findLastIndex(isSection) + 1 : within.length
  return {
    sections: within.slice(0, depth),
    slugs: prefixes
      .slice(0, depth)
      .filter(isSection)
      .map((prefix) => branches.get(prefix))
      .map((branch) => branch?.slug ?? branch?.title ?? ''),
  }
}
