export type ByteRange = { readonly first: number; readonly last: number }

/**
 * The part that a Range header asks for, of `size` bytes (RFC 9110 §14.1.2). Undefined means that the header is to
 * be ignored: it is not well formed, of another unit, or names several ranges, which a server may answer in full.
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? []
  if (from === undefined || to === undefined) return undefined
  if (from === '') return to === '' ? undefined : lastBytes(Number(to), size)
  const first = Number(from)
  if (to !== '' && Number(to) < first) return undefined
  if (first >= size) return 'unsatisfiable'
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' | undefined {
  if (count === 0) return 'unsatisfiable'
  // Satisfiable by RFC 9110 §14.1.2, yet no Content-Range can say so: the whole, empty file is the answer.
  if (size === 0) return undefined
  return { first: Math.max(0, size - count), last: size - 1 }
}
