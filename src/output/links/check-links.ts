import path from 'node:path'
import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { nearest } from '../../base/nearest.ts'
import { onceAsked, onceEach } from '../../base/once.ts'
import { sortDiagnostics } from '../../base/sort-diagnostics.ts'
import type { Page } from '../../content/page.ts'
import type { PageLink, Rendered } from '../../markdown/rendered.ts'
import { type LinkTarget, targetOf } from './link-target.ts'

export type LinkCheckInput = {
  /** Every page with a body, in all languages. */
  readonly rendered: Iterable<Rendered>
  /** The site's own, `https://example.org`. */
  readonly origin: string
  /** Pages that are not shown: a link to one is told as that. */
  readonly leftOut: readonly Page[]
  /** Whether a name may be that of a page that could not be read: of a link to it, nothing can be said. */
  readonly isUnread?: (name: string) => boolean
  /** Every file of the release. */
  readonly files: Iterable<string>
  /** Old URL paths that lead on. */
  readonly redirects: Iterable<string>
  /**
   * Every id in the whole document that is published as a file, for the anchors that a layout makes; undefined where
   * the file is no document of a layout.
   */
  readonly documentIds: (file: string) => ReadonlySet<string> | undefined
  /** What a broken link is; one in a draft is a warning at most. */
  readonly severity: Diagnostic['severity']
}

/**
 * Follows every link, image and anchor of the pages' bodies that leads into the site itself. What leads nowhere is
 * told where it is written, with what was most likely meant.
 */
export function checkLinks(input: LinkCheckInput): readonly Diagnostic[] {
  const { isUnread = () => false } = input
  const files = normalized(input.files)
  const redirects = normalized(input.redirects)
  const bodies = new Map<string, Rendered>()
  const pages = [...input.rendered]
  for (const rendered of pages) bodies.set(rendered.page.url, rendered)
  const addresses = onceAsked(() => [...files].filter(isDocument).map(urlOfFile))
  const others = onceAsked(() => [...files].filter((file) => !isDocument(file)).map(urlOfFile))
  const meantBy = finders({ page: addresses, file: others })
  const hidden = new Map(
    input.leftOut.flatMap((page) => [[page.url, page] as const, [page.id, page] as const]),
  )
  const found: Diagnostic[] = []
  for (const { page, links } of pages) {
    const severity = page.state === 'draft' ? 'warning' : input.severity
    for (const link of links) {
      const target = targetOf(link.url, { page: page.url, origin: input.origin })
      if (!target) continue
      const file = fileAt(target.path, files)
      if (file === undefined) {
        if (!redirects.has(target.path) && !redirects.has(`${target.path}/`) && !isUnread(target.path))
          found.push(
            hiddenAt(link, { target, page, hidden, severity }) ??
              missing(link, { page, target, meantBy, severity }),
          )
        continue
      }
      if (isAnchored(target.fragment) && isDocument(file)) {
        const ids = idsAt(file, { bodies, input, fragment: target.fragment })
        if (ids && !ids.has(target.fragment)) found.push(noAnchor(link, { target, ids, severity }))
      }
    }
  }
  return sortDiagnostics(found)
}

/** Names as people type them and as file systems give them, in one form. */
function normalized(names: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const name of names) all.add(name.normalize())
  return all
}

/** Comparisons that a site's broken links are worth: a blog that has just moved may have thousands of them. */
const PATIENCE = 500_000

/** Finds what was most likely meant by an address, for each of two kinds, until it has taken long. */
function finders(candidates: Readonly<Record<'page' | 'file', () => readonly string[]>>) {
  let left = PATIENCE
  const finder = (listed: () => readonly string[]) =>
    onceEach((address: string) => {
      if (left <= 0) return undefined
      left -= listed().length
      return nearest(address, listed())
    })
  return { page: finder(candidates.page), file: finder(candidates.file) }
}

/** `#` and `#top` lead to the top of every document (HTML §7.4.6.3). */
const isAnchored = (fragment: string) => fragment !== '' && fragment.toLowerCase() !== 'top'

const isDocument = (file: string) => /\.html?$/.test(file)

/** Authors link with and without the slash at the end, and the server answers both. */
function fileAt(url: string, files: ReadonlySet<string>): string | undefined {
  const plain = url.slice(1)
  const candidates = url.endsWith('/') ? [`${plain}index.html`] : [plain, `${plain}/index.html`]
  return candidates.find((file) => files.has(file))
}

const urlOfFile = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

type IdQuestion = {
  readonly bodies: ReadonlyMap<string, Rendered>
  readonly input: LinkCheckInput
  readonly fragment: string
}

/** A body's own ids are at hand; a whole document is only asked for where they do not have the one. */
function idsAt(file: string, { bodies, input, fragment }: IdQuestion): ReadonlySet<string> | undefined {
  const body = bodies.get(urlOfFile(file))?.ids
  return body?.has(fragment) ? body : (input.documentIds(file) ?? body)
}

type Hidden = {
  readonly target: LinkTarget
  readonly page: Page
  /** By URL path and by id. */
  readonly hidden: ReadonlyMap<string, Page>
  readonly severity: Diagnostic['severity']
}

const states = {
  draft: 'a draft',
  future: 'to be published later',
  expired: 'expired',
  published: 'left out',
}

function hiddenAt(link: PageLink, { target, page, hidden, severity }: Hidden): Diagnostic | undefined {
  const byFile = path.posix.join(path.posix.dirname(page.id), link.target.replace(/[?#].*$/s, ''))
  const found = hidden.get(target.path) ?? hidden.get(`${target.path}/`) ?? hidden.get(byFile)
  if (!found) return undefined
  return {
    code: 'link/broken',
    severity,
    message: `Cannot link to "${link.target}": ${found.source?.path ?? found.url} is ${states[found.state]}`,
    hint: 'Publish that page first, or take the link out until then',
    ...(link.place && { place: link.place }),
  }
}

type Missing = {
  readonly page: Page
  readonly target: LinkTarget
  /** Give the address that was most likely meant by another: of a page, or of a file such as an image. */
  readonly meantBy: Readonly<Record<'page' | 'file', (address: string) => string | undefined>>
  readonly severity: Diagnostic['severity']
}

function missing(link: PageLink, { page, target, meantBy, severity }: Missing): Diagnostic {
  // What a link by file meant is a file; an address is as good as none.
  const meant = isFile(link) ? undefined : meantBy[link.kind === 'link' ? 'page' : 'file'](target.path)
  const reason = isFile(link)
    ? `there is no ${fileMeant(link, page)}`
    : `nothing is published at ${target.path}`
  const code: Code = link.kind === 'link' ? 'link/broken' : 'link/missing-image'
  return {
    code,
    severity,
    message: `Cannot ${link.kind === 'link' ? 'link to' : 'show'} "${link.target}": ${reason}`,
    hint: meant ? `Did you mean ${meant}?` : advice(link, target),
    ...(link.place && { place: link.place }),
  }
}

const isFile = ({ target }: Pick<PageLink, 'target'>) => /\.(md|markdown)([?#]|$)/i.test(target)

/** From where the page's file lies, or from the content folder. */
function fileMeant({ target }: PageLink, { id, source }: Page): string {
  const file = target.replace(/[?#].*$/s, '')
  const root = source ? source.path.slice(0, -id.length) : ''
  return root + (file.startsWith('/') ? file.slice(1) : path.posix.join(path.posix.dirname(id), file))
}

/** A relative target is looked for where the page's file lies. */
function advice({ kind, target }: PageLink, { path: address }: LinkTarget): string {
  if (kind !== 'link') return `Put the file beside the page, or into static/ as static${address}`
  return isFile({ target })
    ? 'Write where the file lies, as seen from this one'
    : `Mend the address, or give the page that has moved: aliases: [${address}]`
}

type NoAnchor = {
  readonly target: LinkTarget
  readonly ids: ReadonlySet<string>
  readonly severity: Diagnostic['severity']
}

function noAnchor(link: PageLink, { target, ids, severity }: NoAnchor): Diagnostic {
  const meant = nearest(target.fragment, [...ids])
  return {
    code: 'link/missing-anchor',
    severity,
    message: `Cannot link to "${link.target}": ${target.path} has no heading or element with the id "${target.fragment}"`,
    hint: meant
      ? `Did you mean #${meant}?`
      : 'Take the id from the heading there, or set it: ## Heading {#id}',
    ...(link.place && { place: link.place }),
  }
}
