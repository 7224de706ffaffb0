import type { HugoTable } from './merge-tables.ts'

/** What a key of a Hugo config means here. */
export type HugoRule = {
  /** In lower case: `pagination.pagersize`. */
  readonly from: string
  /**
   * Where it goes in a `UserConfig`: `pagination.size`. Of several rules for one place, records are merged, lists
   * joined, and of all else the last is taken.
   */
  readonly to: string
  /** The value for there; undefined where there is nothing to say. Default: as it is. */
  readonly read?: (value: unknown, context: HugoContext) => unknown
  /** Which of the keys below `from` it looks at. Default: all. */
  readonly inner?: readonly string[]
  /** Hugo takes it for the whole site, not for a language. */
  readonly siteOnly?: true
}

export type HugoContext = {
  /** The whole config, or the table of a language. */
  readonly table: HugoTable
  /** The whole config. */
  readonly site: HugoTable
  /** Of a language's table. */
  readonly language: string | undefined
  /** Tells that the value cannot be used: "it is …", and what to do. */
  readonly refuse: (reason: string, hint: string) => void
}
