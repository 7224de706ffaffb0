import { digestOf } from '../../base/digest-of.ts'
import { SiteError } from '../../base/site-error.ts'
import { decodeText } from './decode-text.ts'
import { nameOfSource, type Source } from './source.ts'

/**
 * How many bytes of files are kept: those of 1,500 posts, so that a small site's files are read once. For a large one,
 * to get memory from the system takes longer than to read what it has at hand.
 */
const KEPT = 1 << 23

/** Bytes of files lie together in pieces of memory of this size: to get one for each file takes longer than to read it. */
const PIECE = 1 << 20

export type SourceText = {
  readonly text: string
  /** Of the file's bytes. */
  readonly digest: string
}

/** Reads the texts of files, and keeps those that were read first. */
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

type KeptBytes = { readonly bytes: Uint8Array; readonly digest: string }

/** The bytes are kept, not the texts, which take up to twice the room and are moved about by the garbage collector. */
export function createSourceTexts(most = KEPT): SourceTexts {
  const kept = new Map<Source, KeptBytes>()
  const store = createStore(most)
  let latest: (SourceText & { readonly source: Source }) | undefined

  const decode = (source: Source, { bytes, digest }: KeptBytes): SourceText => {
    latest = { source, digest, text: decodeText(bytes, nameOfSource(source)) }
    return latest
  }
  const find = (source: Source): SourceText | undefined => {
    if (latest?.source === source) return latest
    const known = kept.get(source)
    return known && decode(source, known)
  }
  // What is read again is hardly read for a third time.
  const readOnce = (source: Source): SourceText => {
    const bytes = source.read()
    return decode(source, { bytes, digest: digestOf(bytes) })
  }
  return {
    read(source) {
      const known = find(source)
      if (known) return known
      const bytes = source.read()
      const digest = digestOf(bytes)
      const stored = store(bytes)
      if (stored) kept.set(source, { bytes: stored, digest })
      return decode(source, { bytes, digest })
    },
    again(source, digest) {
      const found = find(source) ?? readOnce(source)
      if (found.digest !== digest) throw changed(nameOfSource(source))
      return found.text
    },
  }
}

/** Copies bytes to where they stay; undefined where there is no room left. */
function createStore(most: number): (bytes: Uint8Array) => Uint8Array | undefined {
  let total = 0
  let piece = Buffer.alloc(0)
  let end = 0
  return (bytes) => {
    if (total + bytes.length > most) return undefined
    total += bytes.length
    if (bytes.length > PIECE / 4) return Buffer.from(bytes)
    if (end + bytes.length > piece.length) {
      piece = Buffer.allocUnsafeSlow(PIECE)
      end = 0
    }
    const own = piece.subarray(end, end + bytes.length)
    own.set(bytes)
    end += bytes.length
    return own
  }
}

const changed = (name: string) =>
  new SiteError({
    code: 'content/read',
    message: `Cannot read ${name} again: it was changed while the site was being built`,
    hint: 'Build once more',
    place: { path: name },
  })
