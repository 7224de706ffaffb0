import type { Place } from '../../base/diagnostic.ts'
import { placeOfLine } from '../../base/place-at.ts'
import type { Page } from '../../content/page.ts'
import type { PageLink } from '../rendered.ts'

/** Kind, target, URL where it is another than that, line and column. */
export type PackedLink = readonly [PageLink['kind'], string, string | null, number?, number?]

export const packLink = ({ kind, target, url, place }: PageLink) => [
  kind,
  target,
  url === target ? null : url,
  ...(place ? [place.line, place.column] : []),
]

/** A link whose place is looked up when it is asked for: with it comes a line of the file, which is of use in messages. */
export class KeptLink implements PageLink {
  readonly kind: PageLink['kind']
  readonly target: string
  readonly url: string
  readonly #packed: PackedLink
  readonly #page: Page

  constructor(packed: PackedLink, page: Page) {
    const [kind, target, url] = packed
    this.kind = kind
    this.target = target
    this.url = url ?? target
    this.#packed = packed
    this.#page = page
  }

  get place(): Place | undefined {
    const [, , , line, column] = this.#packed
    const { source } = this.#page
    if (line === undefined || column === undefined || !source) return undefined
    return placeOfLine(source.path, source.text, { line, column })
  }
}
