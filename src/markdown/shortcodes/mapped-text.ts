/** A range of the author's file, in UTF-16 units from its start. */
export type Range = { readonly from: number; readonly to: number }

/** A part of a text that was put together, and where it comes from. */
export type Piece = Range & {
  /** What Markdown reads. */
  readonly text: string
  /** What a shortcode reads in its inner text: the same, but for calls whose HTML Markdown is kept away from. */
  readonly literal: string
  /** Whether it is the author's own text, character by character; else all of it comes from the range. */
  readonly isExact: boolean
}

export type MappedText = readonly Piece[]

export const exactPiece = (document: string, from: number, to: number): Piece => {
  const text = document.slice(from, to)
  return { text, literal: text, from, to, isExact: true }
}

export const madePiece = (text: string, { from, to }: Range, literal = text): Piece => ({
  text,
  literal,
  from,
  to,
  isExact: false,
})

export const textOf = (pieces: MappedText) => pieces.map(({ text }) => text).join('')

export const literalOf = (pieces: MappedText) => pieces.map(({ literal }) => literal).join('')

/** The part between two offsets in the literal text. A made piece that is cut becomes its literal text. */
export function sliceLiteral(pieces: MappedText, start: number, end: number): MappedText {
  const parts: Piece[] = []
  let position = 0
  for (const piece of pieces) {
    const from = Math.max(start - position, 0)
    const to = Math.min(end - position, piece.literal.length)
    if (from === 0 && to === piece.literal.length) parts.push(piece)
    else if (from < to) parts.push(cut(piece, from, to))
    position += piece.literal.length
  }
  return parts
}

function cut(piece: Piece, from: number, to: number): Piece {
  const literal = piece.literal.slice(from, to)
  return piece.isExact
    ? { text: literal, literal, from: piece.from + from, to: piece.from + to, isExact: true }
    : { ...piece, text: literal, literal }
}

/**
 * Makes the function that finds an offset of a text in the author's file. An end is sought from the character
 * before it, so that it does not reach into what follows.
 */
export function createOrigin(pieces: MappedText): (offset: number, side: 'start' | 'end') => number {
  const starts: number[] = []
  const filled = pieces.filter(({ text }) => text !== '')
  let length = 0
  for (const { text } of filled) {
    starts.push(length)
    length += text.length
  }
  return (offset, side) => {
    const sought = side === 'end' ? Math.max(offset - 1, 0) : offset
    const index = lastAtMost(starts, sought)
    const piece = filled[index]
    if (!piece) return 0
    const inside = offset - (starts[index] ?? 0)
    if (piece.isExact) return piece.from + Math.min(inside, piece.text.length)
    // The end of the whole text lies behind its last piece.
    return side === 'end' || inside >= piece.text.length ? piece.to : piece.from
  }
}

/** The last index whose number is not above a limit, by halving. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
