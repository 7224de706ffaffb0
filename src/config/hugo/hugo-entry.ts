/** One thing that a Hugo config says, on its way into a `UserConfig`. Keys of `from` are in lower case. */
export type HugoEntry = {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly value: unknown
}
