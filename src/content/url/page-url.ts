import path from 'node:path'
import type { Config } from '../../config/config.ts'
import { tokenPattern, unknownToken } from '../../config/permalink-tokens.ts'
import type { FrontMatter } from '../matter/front-matter.ts'
import { wallClock } from '../matter/parse-date.ts'
import type { PageKind } from '../page.ts'
import { expandPermalink, type PermalinkValues } from './expand-permalink.ts'
import { hasUglyUrls } from './has-ugly-urls.ts'
import { pathSegment } from './path-segment.ts'
import { permalinkOf } from './permalink-of.ts'
import { type Branches, sectionsOf } from './sections-of.ts'
import { urlize } from './urlize.ts'

export type UrlInput = {
  /** The source's path inside the content folder, without a language; for pages without a file, that it would have. */
  readonly file: string
  /** The logical path. */
  readonly path: string
  readonly kind: PageKind
  /** Empty where the author gives none, unless the list was made because others need it. */
  readonly title: string
  readonly matter: Pick<FrontMatter, 'url' | 'slug' | 'date' | 'dateOffset'>
}

export type UrlContext = { readonly config: Config; readonly branches: Branches }

/** Why a page can have no URL, and the front matter field that says so; undefined where it is the file's name. */
export type UrlRefusal = {
  readonly reason: string
  readonly hint: string
  readonly key: 'url' | 'slug' | undefined
}

/**
 * The URL path of a page, from where its source lies, what its front matter says and what the config asks for (Hugo's
 * manual, "URLs"). A section's slug is part of the addresses below it (measured with Hugo 0.169).
 */
export function pageUrl(input: UrlInput, context: UrlContext): string | UrlRefusal {
  const { config } = context
  const { prefix } = config.language
  if (input.kind === 'home') return `${prefix}/`
  if (input.matter.url !== undefined) return wholeUrl(input.matter.url, { input, context })
  const pattern = permalinkOf(input, config.urls)
  const url =
    pattern === undefined
      ? joined([...foldersOf(input, context), ...lastSegment(input, config)], input.matter.slug)
      : expanded(pattern, { input, context })
  if (typeof url !== 'string') return url
  return prefix + (isUgly(input, config) && url !== '/' ? url.replace(/\/$/, '.html') : url)
}

/** The folders above a page, or above a list, each as its section's slug or its own name. */
function foldersOf({ file, kind }: UrlInput, { config, branches }: UrlContext): readonly string[] {
  const names = file.split('/').slice(0, -1)
  const above = kind === 'page' && !isLeaf(file) ? names : names.slice(0, -1)
  let logical = ''
  return above.map((name) => {
    logical += `/${name.toLowerCase().replaceAll(' ', '-')}`
    const slug = branches.get(logical)?.slug
    return slug === undefined ? pathSegment(name, config.urls) : urlize(slug, config.urls)
  })
}

function lastSegment({ file, kind, matter }: UrlInput, { urls }: Config): readonly string[] {
  if (matter.slug !== undefined)
    return urlize(matter.slug, urls)
      .replaceAll(/^\/+|\/+$/g, '')
      .split(/\/+/)
  const { name, dir } = path.posix.parse(file)
  return [pathSegment(kind === 'page' && !isLeaf(file) ? name : path.posix.basename(dir), urls)]
}

const isLeaf = (file: string) => /^index\.[^/]+$/i.test(path.posix.basename(file))

type Wanted = { readonly input: UrlInput; readonly context: UrlContext }

function expanded(pattern: string, { input, context }: Wanted): string | UrlRefusal {
  const { urls } = context.config
  const url = urlize(expandPermalink(pattern, valuesOf(input, context), urls), urls)
  const segments = url.split('/').filter(Boolean)
  return segments.length === 0 ? '/' : joined(segments, undefined)
}

function valuesOf(input: UrlInput, { config, branches }: UrlContext): PermalinkValues {
  const { file, title, matter } = input
  const { name, dir } = path.posix.parse(file)
  const { sections, slugs } = sectionsOf(input, branches)
  return {
    title,
    slug: matter.slug,
    baseName: /^_?index$/i.test(name) ? path.posix.basename(dir) : name,
    sections,
    sectionSlugs: slugs,
    date:
      matter.date && wallClock(matter.date, { offset: matter.dateOffset, timeZone: config.site.timeZone }),
  }
}

/** Lists lie in folders even where pages are files, but not those of terms. */
const isUgly = ({ kind, path: logical }: UrlInput, { urls }: Config) =>
  (kind === 'page' || kind === 'term') && hasUglyUrls(logical, urls)

function joined(segments: readonly string[], slug: string | undefined): string | UrlRefusal {
  if (segments.every((segment) => !isBadPart(segment))) return ['', ...segments, ''].join('/')
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

/**
 * `url` is the whole path, as it is written; one that does not begin with a slash lies below the language's prefix,
 * and one that ends in the name of a file keeps it. It may hold the tokens of permalinks.
 */
function wholeUrl(written: string, { input, context }: Wanted): string | UrlRefusal {
  const refuse = (reason: string, hint: string): UrlRefusal => ({ key: 'url', reason, hint })
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(written))
    return refuse(`"${written}" is on another host`, 'Write the path alone, such as /about/')
  const token = unknownToken(written)
  if (token !== undefined)
    return refuse(`"${written}" asks for :${token}, which no page has`, 'Write `\\:` for a colon that is one')
  const hasTokens = written.search(tokenPattern) !== -1 || written.includes('\\:')
  const url = hasTokens
    ? expandPermalink(written, valuesOf(input, context), context.config.urls).replaceAll(/\/{2,}/g, '/')
    : written
  const rooted = url.startsWith('/') ? url : `${context.config.language.prefix}/${url}`
  const parts = rooted.slice(1).replace(/\/$/, '').split('/')
  if (rooted !== '/' && parts.some(isBadPart))
    return refuse(`"${written}" holds an empty part, "." or ".."`, 'Write it from the root: /about/me/')
  const address = rooted.replace(/(^|\/)index\.html$/, '$1')
  return address.endsWith('/') || parts.at(-1)?.includes('.') ? address : `${address}/`
}

const isBadPart = (part: string) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part)
