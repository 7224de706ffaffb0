import type { Diagnostic } from '../../base/diagnostic.ts'
import { digestOf } from '../../base/digest-of.ts'
import { placeOfLine } from '../../base/place-at.ts'
import type { Kept, Made } from '../../base/workshop.ts'
import type { MarkdownConfig } from '../../config/markdown-config.ts'
import type { Page } from '../../content/page.ts'
import { type ContentsEntry, createContents } from '../create-contents.ts'
import type { Heading } from '../rehype-headings.ts'
import type { RenderOutcome } from '../render-page.ts'
import type { PageLink, Rendered } from '../rendered.ts'

export type NewBody = RenderOutcome & {
  /** All that the body was made from, the page included. */
  readonly origin: string
  /** Whether it must be made in every build: something that it was made from cannot be asked for. */
  readonly isFleeting: boolean
}

/**
 * A body as it is kept: its HTML as the text, and as facts a line of JSON for each part of it, since most parts are
 * asked for of few pages. First what all are asked for, then the summary, the headings, the links and the ids.
 *
 * Its digest is that of its origin, which costs a twentieth of a digest of the HTML; of what is made in every build,
 * the origin does not say all.
 */
export function bodyFacts({ rendered, warnings, errors, origin, isFleeting }: NewBody): Made {
  const { html, titleHeading, summary, headings, truncated, words, cjk, assets, links, ids } = rendered
  // What kept a page from being rendered may be gone.
  const isOnce = isFleeting || errors.length > 0
  const parts = [summary, headings, links.map(packLink), [...ids]].map((part) => JSON.stringify(part))
  const head: Head = {
    // It comes first, for `isLasting`.
    ...(isOnce && FLEETING),
    own: {
      digest: digestOf(isOnce ? [origin, words, ...parts, html].join('\n') : origin),
      titleHeading,
      truncated,
      words,
      cjk,
      assets,
    },
    ...(warnings.length > 0 && { warnings }),
    ...(errors.length > 0 && { errors }),
  }
  return { facts: [JSON.stringify(head), ...parts].join('\n'), text: html }
}

/** Those of a page that could not be rendered. */
export function failureFacts(errors: readonly Diagnostic[]): Made {
  const head: Head = { ...FLEETING, errors }
  return { facts: JSON.stringify(head) }
}

/** Whether facts may be used in another build. */
export const isLasting = (facts: string): boolean => !facts.startsWith('{"fleeting"')

export type Body = {
  /** Undefined where the page could not be rendered. */
  readonly rendered: Rendered | undefined
  readonly warnings: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
}

type BodyContext = { readonly page: Page; readonly contents: MarkdownConfig['contents'] }

/** The body of what was kept. Everything but the head is read when it is asked for, the HTML each time. */
export function readBody({ facts, text }: Kept, { page, contents: levels }: BodyContext): Body {
  const [first = '', ...parts] = facts.split('\n')
  const { own, warnings = [], errors = [] }: Head = JSON.parse(first)
  if (!own) return { rendered: undefined, warnings, errors }
  const { digest, titleHeading, truncated, words, cjk, assets } = own
  const part = (index: number): unknown => JSON.parse(parts[index] ?? '')
  let summary: string | undefined
  let headings: readonly Heading[] | undefined
  let contents: readonly ContentsEntry[] | undefined
  let links: readonly PageLink[] | undefined
  let ids: ReadonlySet<string> | undefined
  const rendered: Rendered = {
    page,
    digest,
    get html() {
      return text()
    },
    titleHeading,
    get headings() {
      headings ??= part(1) as readonly Heading[]
      return headings
    },
    get contents() {
      contents ??= createContents(this.headings, levels)
      return contents
    },
    get summary() {
      summary ??= part(0) as string
      return summary
    },
    truncated,
    words,
    cjk,
    get links() {
      links ??= (part(2) as readonly PackedLink[]).map((link) => unpackLink(link, page))
      return links
    },
    get ids() {
      ids ??= new Set(part(3) as readonly string[])
      return ids
    },
    assets,
  }
  return { rendered, warnings, errors }
}

const FLEETING = { fleeting: true } as const

type Head = {
  readonly fleeting?: true
  readonly own?: Pick<Rendered, 'digest' | 'titleHeading' | 'truncated' | 'words' | 'cjk' | 'assets'>
  readonly warnings?: readonly Diagnostic[]
  readonly errors?: readonly Diagnostic[]
}

/** Kind, target, URL where it is another, line and column. */
type PackedLink = readonly [PageLink['kind'], string, string | null, number?, number?]

const packLink = ({ kind, target, url, place }: PageLink) => [
  kind,
  target,
  url === target ? null : url,
  ...(place ? [place.line, place.column] : []),
]

function unpackLink([kind, target, url, line, column]: PackedLink, page: Page): PageLink {
  return {
    kind,
    target,
    url: url ?? target,
    // The line's text is the file's: it is only read for a link that somebody is told of.
    get place() {
      const { source } = page
      if (line === undefined || column === undefined || !source) return undefined
      return placeOfLine(source.path, source.text, { line, column })
    },
  }
}
