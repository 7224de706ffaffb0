import type { Grid } from './grid.ts'

/** Which corner of a box with round corners a character is; the arc goes into the two cells that it joins. */
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** `.-` with an upright below its outer side, and its three reflections. */
export function cornerAt({ at }: Grid, x: number, y: number): Corner | undefined {
  const character = at(x, y)
  if (!".'+".includes(character) || character === ' ') return undefined
  const opensUp = character !== '.'
  const opensDown = character !== "'"
  const isLevel = (side: number) => '-+'.includes(at(x + side, y)) && at(x + side, y) !== ' '
  const isUpright = (side: number, below: number) =>
    '|+)(o*'.includes(at(x + side, y + below)) && at(x + side, y + below) !== ' '
  if (opensDown && isLevel(1) && isUpright(-1, 1)) return 'top-left'
  if (opensDown && isLevel(-1) && isUpright(1, 1)) return 'top-right'
  if (opensUp && isLevel(-1) && isUpright(1, -1)) return 'bottom-right'
  if (opensUp && isLevel(1) && isUpright(-1, -1)) return 'bottom-left'
  return undefined
}

/** From a corner to the cell of its level line, and to that of its upright. */
export const reach: Readonly<
  Record<Corner, { readonly level: number; readonly upright: readonly [number, number] }>
> = {
  'top-left': { level: 1, upright: [-1, 1] },
  'top-right': { level: -1, upright: [1, 1] },
  'bottom-right': { level: -1, upright: [1, -1] },
  'bottom-left': { level: 1, upright: [-1, -1] },
}
