import path from 'node:path'
import { SiteError } from '../base/site-error.ts'
import type { ListContext } from './lists/list-context.ts'
import { checkTomlDates } from './matter/check-toml-dates.ts'
import { dateOfName } from './matter/date-of-name.ts'
import type { FrontMatter } from './matter/front-matter.ts'
import { inherit } from './matter/inherit.ts'
import type { MatterText } from './matter/matter-text.ts'
import { readMatter } from './matter/read-matter.ts'
import type { Page, PageRecord } from './page.ts'
import type { ParsedSource } from './scan/parse-source.ts'
import type { SketchText } from './sketch-text.ts'
import type { Title } from './title.ts'
import { pageUrl } from './url/page-url.ts'
import { refuseUrl } from './url/refuse-url.ts'

export type BodyReading = {
  readonly sketchText: SketchText
  /** The heading that names the page, where the front matter may not. */
  readonly title?: Title | undefined
}

/**
 * What a page's file and what it inherits say of it. Its URL follows from these, without a look at the disk.
 *
 * @throws SiteError with every mistake in the front matter
 */
export function createPage(
  source: ParsedSource,
  context: ListContext,
  { title, sketchText }: BodyReading,
): PageRecord {
  const { config } = context
  const { id, kind, file, path: logical, bundle, split, text, digest, name } = source
  const matterText: MatterText = { path: name, text, split }
  const matter = matterOf(source, matterText, context)
  const url = pageUrl({ file, path: logical, kind, title: matter.title ?? '', matter }, context)
  if (typeof url !== 'string') throw refuseUrl(url, matterText)
  const format = matter.markup ?? source.format
  const heading = matter.title === undefined && format === 'markdown' ? title : undefined
  const section = sectionOf(source)
  return {
    id,
    kind,
    language: config.language.code,
    path: logical,
    bundle: kind === 'home' ? 'branch' : bundle,
    type: matter.type ?? (section || 'page'),
    format,
    url,
    title: matter.title ?? heading?.text ?? titleOfName(source, context),
    titleLine: heading && split.bodyLine + heading.line - 1,
    section,
    matter,
    bodyLine: split.bodyLine,
    sketch: sketchText(split.body),
    text: { digest, bodyStart: text.length - split.body.length },
  }
}

function matterOf(source: ParsedSource, matterText: MatterText, context: ListContext): FrontMatter {
  const { config, cascades, environment, toLayer } = context
  const impossible = checkTomlDates(matterText)
  if (impossible.length > 0) throw new SiteError(impossible.flatMap(({ diagnostics }) => diagnostics))
  const target = { path: source.path, kind: source.kind, language: config.language.code, environment }
  const { layer, origins } = inherit(toLayer(source.record), target, cascades)
  return readMatter({
    ...matterText,
    layer,
    origins,
    timeZone: config.site.timeZone,
    dates: config.dates,
    taxonomies: Object.values(config.taxonomies),
    named: source.kind === 'page' ? dateOfName(baseName(source.file)) : undefined,
    modified: source.source.modified,
    committed: source.source.committed,
  })
}

/** A file's name without its ending; a bundle is called as its folder is. */
function baseName(file: string): string {
  const { name, dir } = path.posix.parse(file)
  return /^_?index$/i.test(name) ? path.posix.basename(dir) : name
}

/** The first folder that the page lies in; a list lies in itself, a bundle in what its folder lies in. */
function sectionOf({ path: logical, kind }: Pick<Page, 'path' | 'kind'>): string {
  const folders = logical.split('/').slice(1)
  return (kind === 'page' ? folders.slice(0, -1) : folders)[0] ?? ''
}

function titleOfName({ file, kind }: ParsedSource, { config }: ListContext): string {
  if (kind === 'home') return config.site.title ?? new URL(config.site.url).host
  return titleFromSegment(baseName(file))
}

/** `my-first_post` → `My first post`. */
function titleFromSegment(segment: string): string {
  const words = segment.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
