/** What a parser made of front matter. Line and column count from 1 in the front matter itself. */
export type MatterOutcome = { readonly value: unknown } | MatterFailure

export type MatterFailure = {
  readonly reason: string
  readonly line: number
  readonly column: number
  readonly hint?: string | undefined
}
