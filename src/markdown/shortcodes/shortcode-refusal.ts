/** Thrown to end a call: what is wrong with it, the one thing to do, and the argument that is to blame. */
export class ShortcodeRefusal extends Error {
  override readonly name = 'ShortcodeRefusal'
  readonly hint: string | undefined
  readonly argument: string | number | undefined

  constructor(
    reason: string,
    { hint, argument }: { hint?: string | undefined; argument?: string | number } = {},
  ) {
    super(reason)
    this.hint = hint
    this.argument = argument
  }
}
