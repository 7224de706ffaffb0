import type { FileEntry } from '../release/manifest.ts'
import { isText } from '../release/media-type.ts'
import { type Encoding, encode } from './encode.ts'
import type { HotFiles } from './hot-files.ts'
import { readSlice } from './read-slice.ts'
import type { FileRoute } from './route-table.ts'

/**
 * The encoded form of a file, at once where it is in memory; whoever asks first waits for it to be made. Undefined where
 * it is no smaller than the plain one.
 */
export type EncodedFiles = (
  route: FileRoute,
  encoding: Encoding,
) => Buffer | undefined | Promise<Buffer | undefined>

/** Below this, headers outweigh what compression saves. Bytes. */
const SMALLEST = 860
/** What is larger is sent as it is: making its form would take seconds, and keeping it the memory of many pages. Bytes. */
const LARGEST = 16 * 1024 * 1024

/** Whether a file may be sent in another form than its own. */
export const mayBeEncoded = ({ mediaType, size }: FileEntry): boolean =>
  size >= SMALLEST && size <= LARGEST && isText(mediaType)

/** Makes a file's forms when they are first asked for, and keeps them as long as other files that are asked for. */
export function createEncodedFiles(hot: HotFiles): EncodedFiles {
  return (route, encoding) => {
    const found = hot.get(`${route.entry.digest}-${encoding}`, () => make(route, encoding))
    return Buffer.isBuffer(found) ? unlessEmpty(found) : found.then(unlessEmpty)
  }
}

/** Gives no bytes where the form is not worth sending, so that this is kept in mind as well. */
async function make({ dir, path, entry }: FileRoute, encoding: Encoding): Promise<Buffer> {
  const { size, digest: key } = entry
  const encoded = await encode(await readSlice({ dir, path, size, first: 0, last: size - 1, key }), encoding)
  return encoded.length < size ? encoded : Buffer.alloc(0)
}

const unlessEmpty = (bytes: Buffer) => (bytes.length > 0 ? bytes : undefined)
