import { literalOf, type MappedText, madePiece, type Piece, type Range, sliceLiteral } from './mapped-text.ts'

/** Texts beyond this are not searched line by line: exact places are not worth that much. */
const LIMIT = 200_000

/**
 * Finds in what a shortcode has made of its inner text what the author wrote, so that places hold, and the HTML of
 * calls in it, so that Markdown leaves that alone.
 */
export function adoptInner(text: string, inner: MappedText, call: Range): MappedText {
  const literal = literalOf(inner)
  if (literal.trim() === '' || text.length > LIMIT) return [madePiece(text, call)]
  const start = literal.length - literal.trimStart().length
  const end = literal.trimEnd().length
  for (const [from, to] of [
    [0, literal.length],
    [start, end],
  ] as const) {
    const index = text.indexOf(literal.slice(from, to))
    if (index !== -1) {
      return [
        madePiece(text.slice(0, index), call),
        ...sliceLiteral(inner, from, to),
        madePiece(text.slice(index + to - from), call),
      ]
    }
  }
  return adoptCalls(text, inner, call)
}

/** Where its lines were indented, quoted or cut out: call by call, and line by line between them. */
function adoptCalls(text: string, inner: MappedText, call: Range): MappedText {
  const found: Piece[] = []
  let position = 0
  for (const piece of inner) {
    if (piece.isExact || piece.text === piece.literal) continue
    const index = text.indexOf(piece.literal, position)
    if (index === -1) continue
    found.push(...adoptLines(text.slice(position, index), inner, call), piece)
    position = index + piece.literal.length
  }
  return [...found, ...adoptLines(text.slice(position), inner, call)]
}

function adoptLines(text: string, inner: MappedText, call: Range): MappedText {
  const literal = literalOf(inner)
  const found: Piece[] = []
  let cursor = 0
  for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    const core = line.trim()
    const index = core === '' ? -1 : literal.indexOf(core, cursor)
    if (index === -1) found.push(madePiece(line, call))
    else {
      const before = line.indexOf(core)
      cursor = index + core.length
      found.push(
        madePiece(line.slice(0, before), call),
        ...sliceLiteral(inner, index, cursor),
        madePiece(line.slice(before + core.length), call),
      )
    }
  }
  return found
}
