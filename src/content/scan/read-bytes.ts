import { closeSync, openSync, readSync } from 'node:fs'

/** Larger than nearly every post. */
const BUFFER = 1 << 17

/**
 * Reads small files one after the other, in this thread: for what the system has at hand, a thread pool takes four times
 * the work. The bytes are good until the next file is read. Errors are those of the system.
 */
export type ReadBytes = (file: string, size?: number) => Uint8Array

export function createReader(): ReadBytes {
  let buffer = Buffer.allocUnsafeSlow(0)
  return (file, size) => {
    if (buffer.length === 0) buffer = Buffer.allocUnsafeSlow(BUFFER)
    const descriptor = openSync(file, 'r')
    try {
      let length = 0
      for (;;) {
        const count = readSync(descriptor, buffer, length, buffer.length - length, null)
        length += count
        // The end is asked for only where the file has another size than it had.
        if (count === 0 || (length === size && length < buffer.length)) return buffer.subarray(0, length)
        if (length === buffer.length) buffer = grown(buffer)
      }
    } finally {
      closeSync(descriptor)
    }
  }
}

const grown = (buffer: Buffer) => Buffer.concat([buffer], buffer.length * 4)
