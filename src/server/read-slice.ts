import { open, realpath, stat } from 'node:fs/promises'
import { containedJoin } from '../base/contained-join.ts'
import { SiteError } from '../base/site-error.ts'
import type { FileSlice } from './answer.ts'

/**
 * Where a slice's file lies, once it is certain that it is the file of which the manifest tells.
 *
 * @throws SiteError release/damaged when it is gone, of another size, or a link that leads out of the release
 */
export async function locateFile({ dir, path, size }: FileSlice): Promise<string> {
  const joined = containedJoin(dir, path)
  const file = joined && (await realpath(joined).catch(() => undefined))
  if (!file) throw damaged(path, 'it is not there')
  if (containedJoin(dir, file) === undefined)
    throw damaged(path, 'it is a link that leads out of the release')
  const stats = await stat(file).catch(() => undefined)
  if (!stats?.isFile()) throw damaged(path, 'it is not there')
  if (stats.size !== size) throw damaged(path, `it has ${stats.size} bytes, and the manifest says ${size}`)
  return file
}

/** Reads a slice in one go. */
export async function readSlice(slice: FileSlice): Promise<Buffer> {
  const { first, last, path } = slice
  const handle = await open(await locateFile(slice))
  try {
    const bytes = Buffer.allocUnsafeSlow(last - first + 1)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, first)
    if (bytesRead !== bytes.length) throw damaged(path, 'it was cut while it was read')
    return bytes
  } finally {
    await handle.close()
  }
}

function damaged(file: string, fact: string): SiteError {
  return new SiteError({
    code: 'release/damaged',
    message: `Cannot serve ${file}: ${fact}`,
    hint: 'Build the site again; releases are not to be edited',
  })
}
