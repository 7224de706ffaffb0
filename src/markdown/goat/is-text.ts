type Read = (x: number, y: number) => string

/** Characters that draw; each can be a part of a word as well. */
const DRAWING = ".'+*o-_|v^></\\)( "
const JOINTS = ".'+*o"
/** Two of these side by side are no drawing. */
const WIDE = 'o*v^)(.'

/**
 * Whether a character is one of a word, not of a line, by GoAT's rules: it is part of a drawing where a line comes to
 * it from above or below, and of a word where a letter stands beside it, or close to it where it stands alone.
 */
export function isText(read: Read, x: number, y: number): boolean {
  const character = read(x, y)
  if (character === ' ') return false
  const isWord = (at: number) => !DRAWING.includes(read(at, y))
  if (isWord(x)) return true
  if (meetsLine(read, x, y)) return false
  if (isWord(x - 1) || isWord(x + 1)) return true
  const isWide = (at: number) => WIDE.includes(read(at, y))
  if (isWide(x) && (isWide(x - 1) || isWide(x + 1))) return true
  if (read(x - 1, y) !== ' ' || read(x + 1, y) !== ' ') return false
  if (character === 'o' || character === '*') return false
  return isWord(x - 2) || isWord(x + 2)
}

/** Whether a line other than a level one comes to a character. */
function meetsLine(read: Read, x: number, y: number): boolean {
  switch (read(x, y)) {
    case '*':
    case 'o':
    case '+':
    case 'v':
    case '^':
      return meetsDiagonal(read, x, y) || meetsVertical(read, x, y)
    case '|':
      return meetsVertical(read, x, y) || cornersOf(read, x, y)
    case '/':
    case '\\':
      return meetsDiagonal(read, x, y)
    case '-':
      return [x - 1, x + 1].some((at) => ".'".includes(read(at, y)))
    case '(':
    case ')':
      return meetsVertical(read, x, y)
    default:
      return false
  }
}

function meetsVertical(read: Read, x: number, y: number): boolean {
  const isUpright = read(x, y) === '|'
  return [read(x, y - 1), read(x, y + 1)].some((near) => near === '|' || (isUpright && JOINTS.includes(near)))
}

const cornersOf = (read: Read, x: number, y: number): boolean =>
  [x - 1, x + 1].some((at) => read(at, y - 1) === '.' || read(at, y + 1) === "'")

function meetsDiagonal(read: Read, x: number, y: number): boolean {
  const character = read(x, y)
  if (character !== '/' && character !== '\\')
    return (
      read(x - 1, y - 1) === '\\' ||
      read(x + 1, y + 1) === '\\' ||
      read(x + 1, y - 1) === '/' ||
      read(x - 1, y + 1) === '/'
    )
  const step = character === '/' ? -1 : 1
  const ends = [read(x + step, y + 1), read(x - step, y - 1)]
  const other = character === '/' ? '\\' : '/'
  return (
    ends.some((end) => end === character || JOINTS.includes(end)) ||
    read(x, y - 1) === other ||
    read(x, y + 1) === other
  )
}
