/** A formula in a Markdown text. Offsets count UTF-16 units of the text. */
export type Formula = {
  readonly start: number
  readonly end: number
  /** TeX, without delimiters and without the markers of quotes around it. */
  readonly value: string
  readonly display: boolean
}
