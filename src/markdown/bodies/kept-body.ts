import type { MarkdownConfig } from '../../config/markdown-config.ts'
import type { Page } from '../../content/page.ts'
import { type ContentsEntry, createContents } from '../create-contents.ts'
import type { Heading } from '../rehype-headings.ts'
import type { PageLink, Rendered } from '../rendered.ts'
import { KeptLink, type PackedLink } from './kept-link.ts'

/** What all ask for. */
export type OwnFacts = Pick<Rendered, 'digest' | 'titleHeading' | 'truncated' | 'words' | 'cjk' | 'assets'>

export type BodyParts = {
  readonly page: Page
  readonly own: OwnFacts
  /** A line of JSON each for the summary, the headings, the links and the ids. */
  readonly rest: () => string
  readonly levels: MarkdownConfig['contents']
  readonly text: () => string
}

/**
 * A body of which a part is read when it is asked for. A class, since there is one for every page of a site: getters
 * of a plain object's own take forty times as long to make.
 */
export class KeptBody implements Rendered {
  readonly page: Page
  readonly digest: string
  readonly titleHeading: Heading | undefined
  readonly truncated: boolean
  readonly words: number
  readonly cjk: boolean
  readonly assets: readonly string[]
  readonly #from: BodyParts
  #parts: readonly string[] | undefined
  #summary: string | undefined
  #headings: readonly Heading[] | undefined
  #contents: readonly ContentsEntry[] | undefined
  #links: readonly PageLink[] | undefined
  #ids: ReadonlySet<string> | undefined

  constructor(from: BodyParts) {
    const { page, own } = from
    this.#from = from
    this.page = page
    this.digest = own.digest
    this.titleHeading = own.titleHeading
    this.truncated = own.truncated
    this.words = own.words
    this.cjk = own.cjk
    this.assets = own.assets
  }

  get html(): string {
    return this.#from.text()
  }

  get summary(): string {
    this.#summary ??= this.#part<string>(0)
    return this.#summary
  }

  get headings(): readonly Heading[] {
    this.#headings ??= this.#part<readonly Heading[]>(1)
    return this.#headings
  }

  get contents(): readonly ContentsEntry[] {
    this.#contents ??= createContents(this.headings, this.#from.levels)
    return this.#contents
  }

  get links(): readonly PageLink[] {
    this.#links ??= this.#part<readonly PackedLink[]>(2).map((link) => new KeptLink(link, this.page))
    return this.#links
  }

  get ids(): ReadonlySet<string> {
    this.#ids ??= new Set(this.#part<readonly string[]>(3))
    return this.#ids
  }

  #part<Value>(index: number): Value {
    this.#parts ??= this.#from.rest().split('\n')
    return JSON.parse(this.#parts[index] ?? '') as Value
  }
}
