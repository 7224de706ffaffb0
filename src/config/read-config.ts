import type { Diagnostic } from '../base/diagnostic.ts'
import type { ConfigSource } from './config-source.ts'

/** A config that was read and is not looked into yet. */
export type ReadConfig = {
  /** What is to be a `UserConfig`. */
  readonly exported: unknown
  /** The files that it came from, absolute. */
  readonly files: readonly string[]
  readonly source: ConfigSource
  readonly warnings: readonly Diagnostic[]
}
