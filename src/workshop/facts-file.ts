import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { hasCode } from '../base/read-if-there.ts'

/** Another layout has another name. */
const TITLE = Buffer.from('Inkseal made 2\n\n')

/** Before each block: its length and its CRC-32. */
const HEAD = 8

export type FactsFile = {
  /** The whole file, in memory that threads may share. */
  readonly bytes: Uint8Array
  /** The blocks in it that are as they were written. */
  readonly blocks: readonly { readonly start: number; readonly end: number }[]
}

/** Reads the blocks of records that builds have appended. From the first damage on, nothing is believed. */
export function readFactsFile(file: string): FactsFile {
  const bytes = readShared(file)
  const view = new DataView(bytes.buffer)
  const isOurs = Buffer.from(bytes.buffer, 0, Math.min(TITLE.length, bytes.length)).equals(TITLE)
  const blocks: { start: number; end: number }[] = []
  for (let start = TITLE.length + HEAD; isOurs && start <= bytes.length; ) {
    const end = start + view.getUint32(start - HEAD, true)
    if (end > bytes.length || crc32(bytes.subarray(start, end)) !== view.getUint32(start - 4, true)) break
    blocks.push({ start, end })
    start = end + HEAD
  }
  return { bytes, blocks }
}

function readShared(file: string): Uint8Array {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].some((code) => hasCode(error, code)))
      return new Uint8Array(new SharedArrayBuffer(0))
    throw error
  }
  try {
    const facts = fstatSync(descriptor)
    const bytes = new Uint8Array(new SharedArrayBuffer(facts.isFile() ? facts.size : 0))
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(descriptor, bytes, at, bytes.length - at, at)
      if (read === 0) break
      at += read
    }
    return bytes
  } finally {
    closeSync(descriptor)
  }
}

/** Writes blocks behind those that are there, or a new file. */
export function writeBlocks(
  file: string,
  blocks: readonly Uint8Array[],
  { anew }: { readonly anew: boolean },
): void {
  const descriptor = openSync(file, anew ? 'w' : 'a')
  try {
    if (anew) writeAll(descriptor, TITLE)
    for (const block of blocks.filter(({ length }) => length > 0)) {
      const head = Buffer.alloc(HEAD)
      head.writeUInt32LE(block.length, 0)
      head.writeUInt32LE(crc32(block), 4)
      writeAll(descriptor, head)
      writeAll(descriptor, block)
    }
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
