import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearest } from '../base/nearest.ts'
import { SiteError } from '../base/site-error.ts'

/** Themes that come with Inkseal; the same two folders up from the sources and from the compiled package. */
const ownThemes = fileURLToPath(new URL('../../themes/', import.meta.url))

/**
 * The folder of a theme: the site's own in `themes/`, else one that comes with Inkseal.
 *
 * @throws SiteError theme/missing
 */
export async function findTheme(root: string, name: string): Promise<string> {
  const places = [path.join(root, 'themes'), ownThemes]
  for (const place of places) {
    const folder = path.join(place, name)
    // Its real path: esbuild names files by theirs, and a theme may be a link.
    if (await isDirectory(folder)) return realpath(folder)
  }
  const names = [...new Set((await Promise.all(places.map(listFolders))).flat())].sort()
  const meant = nearest(name, names)
  throw new SiteError({
    code: 'theme/missing',
    message: `Cannot find the theme "${name}": there is no folder themes/${name}`,
    hint: meant ? `Did you mean "${meant}"?` : `Set \`theme\` in the config to one of: ${names.join(', ')}`,
  })
}

const isDirectory = (folder: string) =>
  stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

const listFolders = (place: string) =>
  readdir(place, { withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    () => [],
  )
