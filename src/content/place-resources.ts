import path from 'node:path'
import type { Page } from './page.ts'
import type { Resource } from './site.ts'
import { urlize } from './urlize.ts'

export type PlacedPages = {
  /** The pages that this build shows. */
  readonly pages: readonly Page[]
  readonly all: readonly Page[]
  readonly contentDir: string
  /** What the URLs of the language begin with. */
  readonly prefix: string
}

/**
 * Gives the content's other files their URLs: those of a leaf bundle go where its page goes, the rest stays in
 * place. File names keep their case. What belongs to a bundle that is not shown is not published either.
 */
export function placeResources(
  files: readonly string[],
  { pages, all, contentDir, prefix }: PlacedPages,
): readonly Resource[] {
  const resource = (file: string, url: string): Resource => ({
    path: file,
    file: path.join(contentDir, file),
    url,
    owner: undefined,
    name: path.posix.basename(file),
    title: path.posix.basename(file),
    params: {},
    published: true,
  })
  const shown = new Set(pages.map(({ id }) => id))
  const bundles = new Map(
    all
      .filter(({ id }) => /(^|\/)index\.[^/]+$/.test(id))
      .map((page) => [path.posix.dirname(page.id), page] as const),
  )
  return files.flatMap((file) => {
    const folder = ancestors(file).find((ancestor) => bundles.has(ancestor))
    const bundle = folder === undefined ? undefined : bundles.get(folder)
    if (folder === undefined || bundle === undefined) return [resource(file, prefix + inPlace(file))]
    if (!shown.has(bundle.id)) return []
    const directory = bundle.url.endsWith('/') ? bundle.url : `${path.posix.dirname(bundle.url)}/`
    const name = path.posix.relative(folder, file)
    return [{ ...resource(file, directory + name), owner: bundle.id, name, title: name }]
  })
}

/** The folders that hold a file, the nearest first. */
function ancestors(file: string): readonly string[] {
  const folders: string[] = []
  for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder))
    folders.push(folder)
  return folders
}

function inPlace(file: string): string {
  const { dir, base } = path.posix.parse(file)
  return ['', ...dir.split('/').map(urlize).filter(Boolean), base].join('/')
}
