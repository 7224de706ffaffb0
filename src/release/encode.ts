import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Artifact } from './artifact.ts'
import type { Encoding } from './manifest.ts'
import { isText } from './media-type.ts'

/** Below this, headers outweigh what compression saves. Bytes. */
const SMALLEST = 860

// Of a 6 KB page (Node 24): 8 takes 0.3 ms and gives 1,228 bytes; 9 takes 26 ms, for it clears large tables first, and
// gives 1,225; 11 takes 3.7 ms and gives 1,067.
const QUALITY = 8

const compressors: Readonly<Record<Encoding, (bytes: Uint8Array) => Buffer>> = {
  br: (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        // No larger than the file: by default 4 MB are taken and cleared for every page.
        [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
      },
    }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
}

/** The power of two that a brotli window needs to hold a file whole, within what RFC 7932 allows. */
const windowFor = (size: number) =>
  Math.min(22, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(size + 16))))

export type Encoded = { readonly encoding: Encoding; readonly bytes: Buffer }

/** The encoded forms of an artifact that are worth keeping: of text, and smaller than it. */
export function encode({ bytes, mediaType }: Artifact): readonly Encoded[] {
  if (bytes.length < SMALLEST || !isText(mediaType)) return []
  const all = (['br', 'gzip'] as const).map((encoding) => ({ encoding, bytes: compressors[encoding](bytes) }))
  return all.filter((form) => form.bytes.length < bytes.length)
}
