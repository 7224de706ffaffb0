import type { Place } from '../base/diagnostic.ts'
import type { Claim } from './find-collisions.ts'
import { isPublishedAs } from './formats-of.ts'
import { matterTextOf } from './matter/matter-text.ts'
import { placeOfKey } from './matter/place-of-key.ts'
import type { Page } from './page.ts'
import type { Resource, Site } from './site.ts'
import { fileOfUrl } from './url/file-of-url.ts'

/** The files that the content itself is published as, feeds aside. Of a list, that is its first page. */
export function listClaims({
  pages,
  resources,
  config,
}: Pick<Site, 'pages' | 'resources' | 'config'>): readonly Claim[] {
  return [
    ...pages.filter((page) => isPublishedAs(page, 'html', config)).map(claimOfPage),
    ...resources.filter(({ published }) => published).map(claimOfResource),
  ]
}

const claimOfPage = (page: Page): Claim => ({
  file: fileOfUrl(page.url),
  name: nameOfPage(page),
  place: placeOfUrl(page),
  ...(!page.source && page.kind === 'section' && { hint: 'Rename one of the two folders' }),
})

const claimOfResource = ({ path, url }: Resource): Claim => ({
  file: fileOfUrl(url),
  name: `content/${path}`,
  place: { path: `content/${path}` },
})

/** What to call a page: by its file, else by what made it. */
export function nameOfPage({ source, kind, id, url }: Page): string {
  if (source) return source.path
  return kind === 'section' ? `the list of content/${folderOf(id)}` : `the list ${url}`
}

const folderOf = (id: string) => id.replace(/_index\.[^/]+$/, '')

/** Where the author set the URL: at `url` or `slug`, else the file as a whole; that of a section is its folder. */
function placeOfUrl({ source, matter, kind, id }: Page): Place | undefined {
  if (!source) return kind === 'section' ? { path: `content/${folderOf(id)}` } : undefined
  const key = matter.url === undefined ? (matter.slug === undefined ? undefined : 'slug') : 'url'
  if (key === undefined) return { path: source.path }
  return placeOfKey(matterTextOf(source), key)
}
