import path from 'node:path'
import { SiteError } from '../base/site-error.ts'
import type { Config } from '../config/config.ts'
import { findTitle } from './find-title.ts'
import type { FrontMatter } from './front-matter.ts'
import type { Page, PageKind, PageSource, PageState } from './page.ts'
import { pageUrl, type UrlInput } from './page-url.ts'
import { placeOfKey } from './place-of-key.ts'
import { readMatter } from './read-matter.ts'
import type { Source } from './source.ts'
import { splitLanguage } from './split-language.ts'
import { type SplitText, splitMatter } from './split-matter.ts'

export type CreateContext = {
  readonly config: Config
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/**
 * Makes a page of a Markdown file. Its URL follows from path and front matter alone.
 *
 * @throws SiteError with every mistake in the front matter
 */
export function createPage(source: Source, { config, now }: CreateContext): Page {
  const name = source.name ?? `content/${source.path}`
  const { path } = splitLanguage(source.path, [config.language.code])
  // A lone carriage return ends a line as well (CommonMark §2.1).
  const text = new TextDecoder().decode(source.bytes).replace(/\r(?!\n)/g, '\n')
  const split = splitMatter(name, text)
  const taxonomies = Object.values(config.taxonomies)
  const { timeZone } = config.site
  const matter = readMatter({ path: name, text, split, timeZone, taxonomies })
  const kind = kindOf(path, taxonomies)
  const heading = matter.title === undefined ? findTitle(split.body) : undefined
  return {
    id: source.path,
    kind,
    language: config.language.code,
    path: pathOf(path),
    bundle: bundleOf(path),
    type: matter.type ?? (sectionOf(path) || 'page'),
    format: 'markdown',
    url: config.language.prefix + urlOf({ path: name, text }, { path, kind, matter }, split),
    title: matter.title ?? heading?.text ?? titleOfName(path, kind, config),
    titleLine: heading && split.bodyLine + heading.line - 1,
    section: sectionOf(path),
    state: stateOf(matter, now),
    matter,
    body: split.body,
    bodyLine: split.bodyLine,
    source: { path: name, text },
  }
}

/** A page that no file describes. */
export function createGeneratedPage(
  page: Pick<Page, 'id' | 'kind' | 'title' | 'language'>,
  url: string,
): Page {
  return {
    ...page,
    path: pathOf(page.id),
    bundle: 'branch',
    type: sectionOf(page.id) || 'page',
    format: 'markdown',
    url,
    titleLine: undefined,
    section: sectionOf(page.id),
    state: 'published',
    matter: emptyMatter,
    body: '',
    bodyLine: 1,
    source: undefined,
  }
}

const emptyMatter: FrontMatter = {
  title: undefined,
  linkTitle: undefined,
  description: undefined,
  summary: undefined,
  date: undefined,
  lastmod: undefined,
  publishDate: undefined,
  expiryDate: undefined,
  draft: false,
  weight: 0,
  slug: undefined,
  url: undefined,
  layout: undefined,
  type: undefined,
  aliases: [],
  keywords: [],
  menus: {},
  resources: [],
  outputs: [],
  sitemap: { changeFrequency: undefined, priority: undefined, disable: false },
  translationKey: undefined,
  isCjk: undefined,
  build: { list: 'always', render: 'always', publishResources: true },
  cascade: [],
  terms: {},
  params: {},
}

const bundleOf = (id: string): Page['bundle'] =>
  /(^|\/)index\.[^/]+$/.test(id) ? 'leaf' : /(^|\/)_index\.[^/]+$/.test(id) ? 'branch' : undefined

/** `posts/A.md` → `/posts/a`; a bundle's is its folder's. */
const pathOf = (id: string) =>
  `/${id.replace(/(^|\/)_?index\.[^/]+$/, '').replace(/\.[^/.]+$/, '')}`.toLowerCase()

/** The first folder; that of a bundle (`about/index.md`) is the page itself. */
function sectionOf(id: string): string {
  const folders = id.split('/').slice(0, -1)
  return (/(^|\/)index\.[^/]+$/.test(id) ? folders.slice(0, -1) : folders)[0] ?? ''
}

/** `_index.md` makes a list, by where it lies; everything else is a regular page (Hugo's manual, "Page bundles"). */
function kindOf(relative: string, taxonomies: readonly string[]): PageKind {
  if (!/(^|\/)_index\.[^/]+$/.test(relative)) return 'page'
  const folders = relative.split('/').slice(0, -1)
  if (folders.length === 0) return 'home'
  if (!taxonomies.includes(folders[0] ?? '')) return 'section'
  return folders.length === 1 ? 'taxonomy' : 'term'
}

function urlOf(source: PageSource, input: UrlInput, split: SplitText): string {
  const url = pageUrl(input)
  if (typeof url === 'string') return url
  throw new SiteError({
    code: 'content/invalid-url',
    message: `Cannot publish the page: ${url.reason}`,
    hint: url.hint,
    place: url.key === undefined ? { path: source.path } : placeOfKey({ ...source, split }, url.key),
  })
}

function stateOf({ draft, publishDate, expiryDate }: FrontMatter, now: number): PageState {
  if (draft) return 'draft'
  if (publishDate && publishDate.getTime() > now) return 'future'
  if (expiryDate && expiryDate.getTime() <= now) return 'expired'
  return 'published'
}

function titleOfName(relative: string, kind: PageKind, config: Config): string {
  if (kind === 'home') return config.site.title ?? new URL(config.site.url).host
  const { name, dir } = path.posix.parse(relative)
  return titleFromSegment(/^_?index$/.test(name) ? path.posix.basename(dir) : name)
}

/** `my-first_post` → `My first post`. */
export function titleFromSegment(segment: string): string {
  const words = segment.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
