import type { UnknownRecord } from '../merge-records.ts'

export type HugoFormat = 'toml' | 'yaml' | 'json'

/** A config file of a Hugo site, parsed. */
export type HugoFile = {
  /** Relative to the site's folder, with `/`. */
  readonly path: string
  readonly text: string
  readonly format: HugoFormat
  /** What its keys stand below, in lower case. */
  readonly keys: readonly string[]
  /** As its author spells them: Hugo reads keys without regard to case. */
  readonly value: UnknownRecord
  /** Looked for when something is to be told of a key, and once. */
  readonly offsets: () => KeyOffsets
}

/** Each key with the keys above it, and where it begins: UTF-16 units from 0. An item of a list has its index. */
export type KeyOffsets = readonly (readonly [keys: readonly string[], offset: number])[]
