import { inherit } from '../matter/inherit.ts'
import { readMatter } from '../matter/read-matter.ts'
import { openPage } from '../open-page.ts'
import type { Page, PageKind, PageRecord } from '../page.ts'
import { logicalPath } from '../url/logical-path.ts'
import { pageUrl } from '../url/page-url.ts'
import { refuseUrl } from '../url/refuse-url.ts'
import type { ListContext } from './list-context.ts'

export type ListInput = {
  /** The path that its file would have: `posts/_index.md`. */
  readonly id: string
  readonly kind: Exclude<PageKind, 'page'>
  readonly title: string
}

/**
 * A list that no file describes, with what it inherits.
 *
 * @throws SiteError content/invalid-url
 */
export function createList({ id, kind, title }: ListInput, context: ListContext): Page {
  const { config, cascades, environment } = context
  const path = logicalPath(id, [])
  const language = config.language.code
  const { layer, origins } = inherit(
    { fields: {}, params: {} },
    { path, kind, language, environment },
    cascades,
  )
  const file = { path: `content/${id}`, text: '', split: noMatter }
  const matter = readMatter({
    ...file,
    layer,
    origins,
    timeZone: config.site.timeZone,
    dates: config.dates,
    taxonomies: Object.values(config.taxonomies),
    named: undefined,
    modified: undefined,
    committed: undefined,
  })
  const url = pageUrl({ file: id, path, kind, title, matter }, context)
  if (typeof url !== 'string') throw refuseUrl(url, file)
  const section = path.split('/')[1] ?? ''
  const record: PageRecord = {
    id,
    kind,
    language,
    path,
    bundle: 'branch',
    type: matter.type ?? (section || 'page'),
    format: 'markdown',
    url,
    title: matter.title ?? title,
    titleLine: undefined,
    section,
    matter,
    bodyLine: 1,
    sketch: undefined,
    text: undefined,
  }
  return openPage(record, { state: 'published', file: undefined })
}

const noMatter = { format: undefined, matter: '', matterLine: 1, body: '', bodyLine: 1 } as const
