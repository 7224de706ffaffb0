import type { Grid } from './grid.ts'

export type Heading = { readonly degrees: number; readonly dx: number; readonly dy: number }

const east: Heading = { degrees: 0, dx: 1, dy: 0 }
const west: Heading = { degrees: 180, dx: -1, dy: 0 }
const north: Heading = { degrees: 270, dx: 0, dy: -1 }
const south: Heading = { degrees: 90, dx: 0, dy: 1 }

/** Where an arrowhead points: along the line that comes to it. */
export function headingAt({ at }: Grid, x: number, y: number): Heading {
  const head = at(x, y)
  if (head === '>') return east
  if (head === '<') return west
  if (head === '^') {
    if (at(x, y + 1) === '|') return north
    if (at(x - 1, y + 1) === '/') return { degrees: 297, dx: 1, dy: -1 }
    return at(x + 1, y + 1) === '\\' ? { degrees: 243, dx: -1, dy: -1 } : north
  }
  if (at(x, y - 1) === '|') return south
  if (at(x + 1, y - 1) === '/') return { degrees: 117, dx: -1, dy: 1 }
  return at(x - 1, y - 1) === '\\' ? { degrees: 63, dx: 1, dy: 1 } : south
}

/** Whether a line lies across before an arrowhead. */
export function pointsAtLine(grid: Grid, x: number, y: number): boolean {
  const { dx, dy } = headingAt(grid, x, y)
  return "-+.'".includes(grid.at(x + dx, y + dy))
}
