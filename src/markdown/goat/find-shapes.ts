import type { Element } from 'hast'
import { cornerAt, reach } from './corners.ts'
import { middleOf } from './geometry.ts'
import type { Grid } from './grid.ts'
import { headingAt, pointsAtLine } from './heading-at.ts'
import { svg } from './svg.ts'

/** What is not straight in a cell: arrowheads, dots, round corners, and the hops of one line over another. */
export function findShapes(grid: Grid): readonly Element[] {
  const shapes: Element[] = []
  for (let y = 0; y < grid.height; y++)
    for (let x = 0; x < grid.width; x++) {
      const shape = shapeAt(grid, x, y)
      if (shape) shapes.push(shape)
    }
  return shapes
}

function shapeAt(grid: Grid, x: number, y: number): Element | undefined {
  const middle = middleOf(x, y)
  switch (grid.at(x, y)) {
    case '<':
    case '>':
    case '^':
    case 'v':
      return arrowhead(grid, x, y)
    case '*':
      return svg('circle', { cx: middle.x, cy: middle.y, r: 6, fill: 'currentColor' })
    case 'o':
      return svg('circle', { cx: middle.x, cy: middle.y, r: 6 })
    case '(':
      return svg('path', { d: `M ${middle.x},${middle.y - 8} a 9,9 0 0,0 0,16` })
    case ')':
      return svg('path', { d: `M ${middle.x},${middle.y - 8} a 9,9 0 0,1 0,16` })
    default:
      return arc(grid, x, y)
  }
}

/** From the middle of the level line's cell to that of the upright's, a quarter of a circle. */
function arc(grid: Grid, x: number, y: number): Element | undefined {
  const corner = cornerAt(grid, x, y)
  if (!corner) return undefined
  const { level, upright } = reach[corner]
  const from = middleOf(x + level, y)
  const to = middleOf(x + upright[0], y + upright[1])
  const sweep = corner === 'top-right' || corner === 'bottom-left' ? 1 : 0
  return svg('path', { d: `M ${from.x},${from.y} A 16,16 0 0,${sweep} ${to.x},${to.y}` })
}

/** A head reaches the line that it points at, and stops before a dot. */
function arrowhead(grid: Grid, x: number, y: number): Element {
  const { degrees, dx, dy } = headingAt(grid, x, y)
  const ahead = grid.at(x + dx, y + dy)
  const isDot = ahead === 'o' || ahead === '*'
  const isLine = pointsAtLine(grid, x, y)
  const slant = dx !== 0 && dy !== 0 ? 4 : 0
  const shift = dy === 0 ? (isDot ? -6 : 0) : slant + (isLine ? (slant > 0 ? 6 : 8) : isDot ? -slant : 0)
  const middle = middleOf(x, y)
  const [tip, base] = [middle.x + 8 + shift, middle.x - 4 + shift]
  return svg('polygon', {
    points: `${tip},${middle.y} ${base},${middle.y - 5.6} ${base},${middle.y + 5.6}`,
    fill: 'currentColor',
    stroke: 'none',
    ...(degrees !== 0 && { transform: `rotate(${degrees} ${middle.x} ${middle.y})` }),
  })
}
