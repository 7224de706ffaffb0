/** One entry of a menu, in the config. */
export type UserMenuEntry = {
  /** What the link says. `title` says it too, where there is no `name`. */
  readonly name?: string
  /** Tooltip, beside a `name`. */
  readonly title?: string
  readonly url?: string
  /** Path of a page, such as `/posts/hello`, instead of a `url`: its address in the language of the menu. */
  readonly pageRef?: string
  /** By which others name it as their `parent`. Default: the name. */
  readonly identifier?: string
  readonly parent?: string
  /** Default: 0, the order of the list. */
  readonly weight?: number
  /** HTML before and after the name. */
  readonly pre?: string
  readonly post?: string
  readonly params?: Readonly<Record<string, unknown>>
}
