/** A cell is 8 by 16 units; the first one's middle is where the drawing begins, with room around. */
export const CELL = { width: 8, height: 16 }

export type Point = { readonly x: number; readonly y: number }

export const middleOf = (x: number, y: number): Point => ({
  x: (x + 1) * CELL.width,
  y: (y + 1) * CELL.height,
})

/** A straight line, with its ends in units. */
export type Stroke = { readonly from: Point; readonly to: Point }
