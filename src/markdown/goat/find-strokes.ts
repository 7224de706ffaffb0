import { type Corner, cornerAt, reach } from './corners.ts'
import { CELL, middleOf, type Stroke } from './geometry.ts'
import type { Grid } from './grid.ts'
import { headingAt, pointsAtLine } from './heading-at.ts'

/**
 * The straight lines of each cell. Lines run to the edges and the corners of their cells, where those of the next
 * cell begin; a joint has one from its middle towards every neighbour that has one towards it.
 */
export function findStrokes(grid: Grid): readonly Stroke[] {
  const strokes: Stroke[] = []
  for (let y = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++) {
      const middle = middleOf(x, y)
      const draw = (ends: Ends) => {
        const [fromX, fromY, toX, toY] = ends
        strokes.push({
          from: { x: middle.x + (fromX * CELL.width) / 2, y: middle.y + (fromY * CELL.height) / 2 },
          to: { x: middle.x + (toX * CELL.width) / 2, y: middle.y + (toY * CELL.height) / 2 },
        })
      }
      for (const ends of strokesAt(grid, x, y)) draw(ends)
    }
  }
  return strokes
}

/** Where a line begins and ends, in halves of the cell around its middle: x, y, x, y. */
type Ends = readonly [number, number, number, number]

function strokesAt(grid: Grid, x: number, y: number): readonly Ends[] {
  const near = (dx: number, dy: number) => grid.at(x + dx, y + dy)
  switch (near(0, 0)) {
    case '-':
      return [...halves(grid, x, y, 'level'), ...uprights(near)]
    case '|':
      return [...halves(grid, x, y, 'upright'), ...levels(near)]
    case '_':
      return [
        [isUpright(near(-1, 0), near(-1, 1)) ? -2 : -1, 1, isUpright(near(1, 0), near(1, 1)) ? 2 : 1, 1],
      ]
    case '/':
      return [[-1, 1, 1, -1], ...levels(near)]
    case '\\':
      return [[-1, -1, 1, 1], ...levels(near)]
    case '(':
    case ')':
      return near(-1, 0) === '-' && near(1, 0) === '-' ? [[-1, 0, 1, 0]] : []
    case '.':
    case "'":
    case '+':
    case '*':
    case 'o':
    case '<':
    case '>':
      return jointStrokes(grid, x, y)
    case '^':
    case 'v':
      return [...jointStrokes(grid, x, y), ...shaft(grid, x, y)]
    default:
      return []
  }
}

type Near = (dx: number, dy: number) => string

/** An underline reaches an upright beside it, above which it ends, or a step to another level. */
const isUpright = (beside: string, below: string) =>
  beside === '|' || below === '|' || beside === '.' || below === "'"

const levels = (near: Near): readonly Ends[] => [
  ...(near(-1, 0) === '-' ? [[-1, 0, 0, 0] as const] : []),
  ...(near(1, 0) === '-' ? [[0, 0, 1, 0] as const] : []),
]

const uprights = (near: Near): readonly Ends[] => [
  ...(near(0, -1) === '|' || isStack(near(0, -1), near(0, 0)) ? [[0, -1, 0, 0] as const] : []),
  ...(near(0, 1) === '|' || isStack(near(0, 0), near(0, 1)) ? [[0, 0, 0, 1] as const] : []),
]

/** Joints of two rows are one upright where the upper opens down and the lower one up. */
const isStack = (upper: string, lower: string) =>
  (upper === '.' || upper === '+') && (lower === "'" || lower === '+')

/** A line without the half that a round corner has already drawn. */
function halves(grid: Grid, x: number, y: number, direction: 'level' | 'upright'): readonly Ends[] {
  const taken = arcsInto(grid, x, y)
  if (direction === 'level')
    return [...(taken.left ? [] : [[-1, 0, 0, 0] as const]), ...(taken.right ? [] : [[0, 0, 1, 0] as const])]
  return [...(taken.up ? [] : [[0, -1, 0, 0] as const]), ...(taken.down ? [] : [[0, 0, 0, 1] as const])]
}

function arcsInto(grid: Grid, x: number, y: number) {
  const isCorner = (dx: number, dy: number, ...corners: readonly Corner[]) => {
    const corner = cornerAt(grid, x + dx, y + dy)
    return corner !== undefined && corners.includes(corner)
  }
  return {
    left: isCorner(-1, 0, 'top-left', 'bottom-left'),
    right: isCorner(1, 0, 'top-right', 'bottom-right'),
    up: isCorner(1, -1, 'top-left') || isCorner(-1, -1, 'top-right'),
    down: isCorner(1, 1, 'bottom-left') || isCorner(-1, 1, 'bottom-right'),
  }
}

function jointStrokes(grid: Grid, x: number, y: number): readonly Ends[] {
  const near: Near = (dx, dy) => grid.at(x + dx, y + dy)
  const corner = cornerAt(grid, x, y)
  const arcSide = corner && reach[corner].level
  return [
    ...levels(near).filter(([from, , to]) => from + to !== arcSide),
    ...uprights(near),
    ...(near(1, -1) === '/' ? [[0, 0, 1, -1] as const] : []),
    ...(near(-1, 1) === '/' ? [[-1, 1, 0, 0] as const] : []),
    ...(near(-1, -1) === '\\' ? [[-1, -1, 0, 0] as const] : []),
    ...(near(1, 1) === '\\' ? [[0, 0, 1, 1] as const] : []),
    ...steps(near),
  ]
}

/** Behind a head that has moved to the line that it points at. */
function shaft(grid: Grid, x: number, y: number): readonly Ends[] {
  const { dx, dy } = headingAt(grid, x, y)
  return pointsAtLine(grid, x, y) ? [dx < 0 || (dx === 0 && dy < 0) ? [dx, dy, 0, 0] : [0, 0, dx, dy]] : []
}

/** `_.-` and `-._` go up or down half a line, `_` above `'-` as well. */
function steps(near: Near): readonly Ends[] {
  const joint = near(0, 0)
  if (joint === '.' && [near(-1, 0), near(1, 0)].includes('_')) return [[0, 0, 0, 1]]
  if (joint === "'" && [near(-1, -1), near(1, -1)].includes('_')) return [[0, -1, 0, 0]]
  return []
}
