import path from 'node:path'
import type { Config } from '../../config/config.ts'
import type { Page } from '../page.ts'
import { splitLanguage } from '../scan/split-language.ts'
import type { Resource } from '../site.ts'
import { pathSegment } from '../url/path-segment.ts'
import { describeResources } from './describe-resources.ts'

export type PlacedPages = {
  /** What this build shows, lists included. */
  readonly pages: readonly Page[]
  readonly all: readonly Page[]
  readonly config: Config
}

/**
 * Gives the content's other files their URLs: each belongs to the nearest page above it that has a folder for itself,
 * and goes where that page goes, with its name and the folders between as they are written (Hugo's manual, "Page
 * bundles"). What belongs to a page that is not shown is not published either.
 */
export function placeResources(
  files: readonly string[],
  { pages, all, config }: PlacedPages,
): readonly Resource[] {
  if (files.length === 0) return []
  const folderOf = ({ id }: Page) => path.posix.dirname(splitLanguage(id, [config.language.code]).path)
  const owners = new Map(
    [...all, ...pages].filter(({ bundle }) => bundle).map((page) => [folderOf(page), page]),
  )
  const shown = new Set(pages.map(({ id }) => id))
  const owned = new Map<Page, Resource[]>()
  const loose: Resource[] = []
  for (const file of files) {
    const folder = foldersOf(file).find((above) => owners.has(above))
    const owner = folder === undefined ? undefined : owners.get(folder)
    const placed = { path: file, file: path.join(config.contentDir, file), params: {} }
    if (folder === undefined || owner === undefined) {
      const name = path.posix.basename(file)
      const url = config.language.prefix + inPlace(file, config)
      loose.push({ ...placed, url, owner: undefined, name, title: name, published: true })
    } else if (shown.has(owner.id)) {
      const name = path.posix.relative(folder, file)
      const { publishResources: published } = owner.matter.build
      const url = `${baseOf(owner.url)}/${name}`
      const resources = owned.get(owner) ?? []
      owned.set(owner, resources)
      resources.push({ ...placed, url, owner: owner.id, name, title: name, published })
    }
  }
  return [...owned]
    .flatMap(([owner, resources]) => describeResources(resources, owner.matter.resources))
    .concat(loose)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The folders that hold a file, the nearest first, and that of the whole content. */
function foldersOf(file: string): readonly string[] {
  const folders: string[] = []
  for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder))
    folders.push(folder)
  return [...folders, '.']
}

/** `/posts/a/` → `/posts/a`, and so of `/posts/a.html`. */
const baseOf = (url: string) => (url.endsWith('/') ? url.slice(0, -1) : url.replace(/\.[^/.]+$/, ''))

function inPlace(file: string, { urls }: Config): string {
  const { dir, base } = path.posix.parse(file)
  return ['', ...dir.split('/').map((name) => pathSegment(name, urls)), base]
    .join('/')
    .replaceAll(/\/{2,}/g, '/')
}
