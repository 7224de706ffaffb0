import type { UrlConfig } from '../../config/config.ts'
import { createGlob } from '../create-glob.ts'
import type { PageKind } from '../page.ts'

/**
 * The pattern that the config has for a page's address: that of the nearest section, `/` for pages beside the home page,
 * else the first rule whose globs fit. (Hugo takes any of the sections that fit, by chance.)
 */
export function permalinkOf(
  { path, kind }: { readonly path: string; readonly kind: PageKind },
  { permalinks, rules }: UrlConfig,
): string | undefined {
  const patterns = Object.entries(permalinks[kind]).map(([section, pattern]) => ({
    folder: folderOf(section),
    pattern,
  }))
  const nearest = patterns
    .filter(({ folder }) => (folder === '' ? isInRoot(path) : isWithin(path, folder)))
    .sort((a, b) => b.folder.length - a.folder.length)[0]
  if (nearest) return nearest.pattern
  return rules.find(
    (rule) =>
      (rule.kind === undefined || createGlob(rule.kind)(kind)) &&
      (rule.path === undefined || createGlob(rule.path)(path)),
  )?.pattern
}

/** `Posts/My Trips` → `/posts/my-trips`; of `/`, nothing. */
function folderOf(section: string): string {
  const name = section.replaceAll(/^[\s/]+|[\s/]+$/g, '')
  return name === '' ? '' : `/${name.toLowerCase().replaceAll(' ', '-')}`
}

const isInRoot = (path: string) => path.lastIndexOf('/') === 0 && path !== '/'

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
