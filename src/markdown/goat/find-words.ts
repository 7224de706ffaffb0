import type { Grid } from './grid.ts'

/** Text in a row, from a cell on. */
export type Word = { readonly x: number; readonly y: number; readonly text: string }

/** The texts of a diagram. Words with one space between them are one text. */
export function findWords({ width, height, textAt }: Grid): readonly Word[] {
  const words: Word[] = []
  for (let y = 0; y < height; y++) {
    let text = ''
    for (let x = 0; x <= width; x++) {
      const character = textAt(x, y)
      if (character !== undefined) text += character
      else if (text !== '' && textAt(x + 1, y) !== undefined && textAt(x - 1, y) !== undefined) text += ' '
      else if (text !== '') {
        words.push({ x: x - [...text].length, y, text })
        text = ''
      }
    }
  }
  return words
}
