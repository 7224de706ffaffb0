import { digestOf } from '../../base/digest-of.ts'
import { SiteError } from '../../base/site-error.ts'
import { decodeText } from './decode-text.ts'
import { nameOfSource, type Source } from './source.ts'

/** How many letters of texts are kept: those of about 3,000 posts, so that a small site's files are read once. */
const KEPT = 1 << 24

export type SourceText = {
  readonly text: string
  /** Of the file's bytes. */
  readonly digest: string
}

/** Reads the texts of files, and keeps those that were read last. */
export type SourceTexts = {
  /** @throws SiteError content/read, content/encoding */
  readonly read: (source: Source) => SourceText
  /**
   * The text that had this digest when the page was made.
   *
   * @throws SiteError content/read where the file has changed since: what is made of the page then would be kept, and
   * used again, as that of the text before
   */
  readonly again: (source: Source, digest: string) => string
}

export function createSourceTexts(kept = KEPT): SourceTexts {
  const texts = new Map<Source, SourceText>()
  let letters = 0
  const read = (source: Source): SourceText => {
    const known = texts.get(source)
    if (known) return known
    const bytes = source.read()
    const found = { digest: digestOf(bytes), text: decodeText(bytes, nameOfSource(source)) }
    texts.set(source, found)
    letters += found.text.length
    for (const [oldest, { text }] of texts) {
      if (letters <= kept || texts.size === 1) break
      texts.delete(oldest)
      letters -= text.length
    }
    return found
  }
  return {
    read,
    again(source, digest) {
      const found = read(source)
      if (found.digest !== digest) throw changed(nameOfSource(source))
      return found.text
    },
  }
}

const changed = (name: string) =>
  new SiteError({
    code: 'content/read',
    message: `Cannot read ${name} again: it was changed while the site was being built`,
    hint: 'Build once more',
    place: { path: name },
  })
