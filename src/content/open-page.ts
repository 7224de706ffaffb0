import { digestOf } from '../base/digest-of.ts'
import { writePage } from './facts/write-page.ts'
import type { FrontMatter } from './matter/front-matter.ts'
import type { Page, PageRecord, PageSource, PageState } from './page.ts'

export type OpenedText = {
  /** As the author knows the file. */
  readonly name: string
  /** Gives the text that had this digest. */
  readonly read: (digest: string) => string
}

export type OpenInput = {
  readonly state: PageState
  /** The record as JSON, where that is known. */
  readonly facts?: string
  /** Undefined for a page without a file. */
  readonly file: OpenedText | undefined
}

/** Makes the page of its record. Its text is read when it is asked for. */
export function openPage(record: PageRecord, { state, facts, file }: OpenInput): Page {
  const source = file && record.text ? new FileSource(record.text, file) : undefined
  const written = facts ?? JSON.stringify(writePage(record))
  return new OpenedPage(record, { state, source, digest: digestOf(`${state}\n${written}`) })
}

/** The same page with other front matter. (A copy with `...` has no body.) */
export function withMatter(page: Page, matter: FrontMatter): Page {
  const { state, source } = page
  const record = { ...page, matter }
  const written = JSON.stringify([source?.digest, writePage({ ...recordOf(page), matter })])
  return new OpenedPage(record, { state, source, digest: digestOf(`${state}\n${written}`) })
}

const recordOf = ({ state: _, source: __, digest: ___, ...record }: Page): PageRecord => ({
  ...record,
  text: undefined,
})

type Opened = Pick<Page, 'state' | 'source' | 'digest'>

// Classes, since thousands of objects with getters of their own would each have a hidden class to itself.
class OpenedPage implements Page {
  readonly id
  readonly kind
  readonly language
  readonly path
  readonly bundle
  readonly type
  readonly format
  readonly url
  readonly title
  readonly titleLine
  readonly section
  readonly state
  readonly matter
  readonly bodyLine
  readonly sketch
  readonly digest
  readonly source

  constructor(record: Omit<PageRecord, 'text'>, { state, source, digest }: Opened) {
    this.id = record.id
    this.kind = record.kind
    this.language = record.language
    this.path = record.path
    this.bundle = record.bundle
    this.type = record.type
    this.format = record.format
    this.url = record.url
    this.title = record.title
    this.titleLine = record.titleLine
    this.section = record.section
    this.state = state
    this.matter = record.matter
    this.bodyLine = record.bodyLine
    this.sketch = record.sketch
    this.digest = digest
    this.source = source
  }

  get body(): string {
    return this.source?.body ?? ''
  }
}

class FileSource implements PageSource {
  readonly path: string
  readonly digest: string
  readonly #bodyStart: number
  readonly #read: (digest: string) => string

  constructor({ digest, bodyStart }: { digest: string; bodyStart: number }, { name, read }: OpenedText) {
    this.path = name
    this.digest = digest
    this.#bodyStart = bodyStart
    this.#read = read
  }

  get text(): string {
    return this.#read(this.digest)
  }

  get body(): string {
    return this.text.slice(this.#bodyStart)
  }
}
