import { CELL, type Point, type Stroke } from './geometry.ts'

/** How far from the middle of a hollow circle a line ends. */
const RADIUS = 6

/** Joins strokes that continue each other into long lines, and ends them where a hollow circle begins. */
export function mergeStrokes(strokes: readonly Stroke[], hollows: readonly Point[]): readonly Stroke[] {
  const places = new Set(hollows.map(({ x, y }) => `${x},${y}`))
  const isHollow = ({ x, y }: Point) => places.has(`${x},${y}`)
  const lines = Map.groupBy(strokes, lineOf)
  return [...lines.values()]
    .flatMap((line) => join(line, isHollow))
    .map((stroke) => shorten(stroke, isHollow))
}

/** Strokes on one endless line have one key. */
function lineOf({ from, to }: Stroke): string {
  if (from.y === to.y) return `level ${from.y}`
  if (from.x === to.x) return `upright ${from.x}`
  const slope = (to.y - from.y) / (to.x - from.x)
  return `${slope} ${from.y - slope * from.x}`
}

function join(line: readonly Stroke[], isHollow: (point: Point) => boolean): readonly Stroke[] {
  const joined: Stroke[] = []
  for (const stroke of line.toSorted((one, other) => compare(one.from, other.from))) {
    const last = joined.at(-1)
    const overlaps = last && compare(stroke.from, last.to) <= 0
    if (last && overlaps && !isHollow(stroke.from))
      joined[joined.length - 1] = {
        from: last.from,
        to: compare(stroke.to, last.to) > 0 ? stroke.to : last.to,
      }
    else joined.push(stroke)
  }
  return joined
}

/** Strokes run from left to right, uprights from top to bottom. */
const compare = (one: Point, other: Point) => one.x - other.x || one.y - other.y

function shorten({ from, to }: Stroke, isHollow: (point: Point) => boolean): Stroke {
  return { from: isHollow(from) ? towards(from, to) : from, to: isHollow(to) ? towards(to, from) : to }
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || CELL.width
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: round(from.x + ((to.x - from.x) / length) * RADIUS),
    y: round(from.y + ((to.y - from.y) / length) * RADIUS),
  }
}
