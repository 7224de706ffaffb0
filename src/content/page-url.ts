import path from 'node:path'
import { lookup } from 'mrmime'
import type { FrontMatter } from './front-matter.ts'
import type { PageKind } from './page.ts'
import { urlize } from './urlize.ts'

export type UrlInput = {
  /** The source's path inside the content folder. */
  readonly path: string
  readonly kind: PageKind
  readonly matter: Pick<FrontMatter, 'url' | 'slug'>
}

/** Why a page can have no URL, and the front matter field that says so; undefined where it is the file's name. */
export type UrlRefusal = {
  readonly reason: string
  readonly hint: string
  readonly key: 'url' | 'slug' | undefined
}

/** The URL path of a page, from where its source lies and what its front matter says (Hugo's manual, "URLs"). */
export function pageUrl({ path: source, kind, matter }: UrlInput): string | UrlRefusal {
  if (matter.url !== undefined && kind !== 'home') return wholeUrl(matter.url)
  const folders = source.split('/').slice(0, -1).map(urlize)
  if (kind !== 'page') return joined(folders)
  const { name } = path.posix.parse(source)
  if (name !== 'index') return joined([...folders, urlize(matter.slug ?? name)], matter.slug)
  return joined(
    matter.slug === undefined ? folders : [...folders.slice(0, -1), urlize(matter.slug)],
    matter.slug,
  )
}

function joined(segments: readonly string[], slug?: string): string | UrlRefusal {
  if (segments.every((segment) => segment !== '' && !hasBadPart(segment)))
    return ['', ...segments, ''].join('/')
  if (slug !== undefined) {
    return {
      key: 'slug',
      reason: `the slug "${slug}" leaves nothing to name it by`,
      hint: 'Write letters or digits',
    }
  }
  return {
    key: undefined,
    reason: 'the name of the file or of a folder holds no letter or digit that a URL keeps',
    hint: 'Give it a `slug` in its front matter, or rename it',
  }
}

/** `url` is the whole path; one that ends in the name of a file keeps it. */
function wholeUrl(url: string): string | UrlRefusal {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) {
    return {
      key: 'url',
      reason: `"${url}" is on another host`,
      hint: 'Write the path alone, such as /about/',
    }
  }
  const rooted = url.startsWith('/') ? url : `/${url}`
  if (hasBadPart(rooted.slice(1).replace(/\/$/, '')) && rooted !== '/') {
    return {
      key: 'url',
      reason: `"${url}" holds an empty part, "." or ".."`,
      hint: 'Write it from the root: /about/me/',
    }
  }
  return rooted.endsWith('/') || lookup(rooted) !== undefined ? rooted : `${rooted}/`
}

const hasBadPart = (segments: string) =>
  segments.split('/').some((part) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part))
