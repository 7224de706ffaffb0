/** Where a text lies: in which of the cache's text files, from which byte on, how many bytes; CRC-32 of them. */
export type TextPlace = {
  readonly file: number
  readonly offset: number
  readonly length: number
  readonly crc: number
}
