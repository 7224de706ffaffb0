import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { SiteError } from '../base/site-error.ts'
import { distrust } from './distrust.ts'
import type { TextPlace } from './text-place.ts'

/** Texts that are too many to be held in memory: they are appended to a file of the thread's own, and read from all. */
export type TextStore = {
  /** Texts must be flushed before they can be read. */
  readonly put: (text: string) => TextPlace
  readonly flush: () => void
  /** @throws SiteError cache/damaged where the bytes are not those that were written */
  readonly read: (place: TextPlace) => string
  readonly close: () => void
}

/** Bytes that wait to be written in one call. */
const BUFFER = 1 << 19

export const textFile = (dir: string, number: number): string => path.join(dir, `texts-${number}`)

/** `own` is the number of the file that this thread appends to: no two threads have the same. */
export function openTextStore(dir: string, own: number): TextStore {
  const file = textFile(dir, own)
  const buffer = Buffer.allocUnsafe(BUFFER)
  const readers = new Map<number, number>()
  // Texts are read into the same memory, one after the other.
  let room = Buffer.allocUnsafe(1 << 16)
  let writer: number | undefined
  let end = 0
  let waiting = 0

  const append = (bytes: Uint8Array) => {
    if (writer === undefined) throw new TypeError('put opens the file')
    for (let at = 0; at < bytes.length; ) at += writeSync(writer, bytes, at)
    end += bytes.length
  }
  const flush = () => {
    if (waiting > 0) append(buffer.subarray(0, waiting))
    waiting = 0
  }
  return {
    put(text) {
      if (writer === undefined) {
        writer = openSync(file, 'a')
        end = statSync(file).size
      }
      const most = 3 * text.length
      if (waiting + most > BUFFER) flush()
      const target = most > BUFFER ? Buffer.from(text) : buffer
      const length = target === buffer ? buffer.write(text, waiting) : target.length
      const offset = end + waiting
      const bytes = target === buffer ? buffer.subarray(waiting, waiting + length) : target
      if (target === buffer) waiting += length
      else append(target)
      return { file: own, offset, length, crc: crc32(bytes) }
    },
    flush,
    read({ file: number, offset, length, crc }) {
      const descriptor = readers.get(number) ?? openSync(textFile(dir, number), 'r')
      readers.set(number, descriptor)
      if (length > room.length) room = Buffer.allocUnsafe(2 * length)
      const bytes = room.subarray(0, length)
      const read = readSync(descriptor, bytes, 0, length, offset)
      if (read !== length || crc32(bytes) !== crc) {
        distrust(dir)
        throw damaged(dir)
      }
      return bytes.toString()
    },
    close() {
      flush()
      for (const descriptor of [writer, ...readers.values()])
        if (descriptor !== undefined) closeSync(descriptor)
      writer = undefined
      readers.clear()
    },
  }
}

function damaged(dir: string): SiteError {
  return new SiteError({
    code: 'cache/damaged',
    message: `Cannot read a page from the cache in ${dir}: something else has written there while the site was built`,
    hint: 'Build again; what is damaged there is made anew',
  })
}
