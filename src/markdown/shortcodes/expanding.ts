import type { Code } from '../../base/codes.ts'
import type { Point } from './create-locator.ts'
import type { ShortcodeEnvironment } from './environment.ts'
import type { ExpansionTable } from './expansion-table.ts'
import type { ShortcodeDefinition } from './shortcode.ts'
import type { ShortcodeTag } from './shortcode-tag.ts'

/** What the calls of one page share. */
export type Expanding = {
  /** The author's file, up to which all offsets count. */
  readonly document: string
  /** What a name stands for; undefined, and told, where there is none. */
  readonly find: (tag: ShortcodeTag) => ShortcodeDefinition | undefined
  readonly table: ExpansionTable
  readonly environment: ShortcodeEnvironment
  readonly state: Map<string, unknown>
  /** Line and column of an offset in the document. */
  readonly locate: (offset: number) => Point
  readonly tell: (mistake: CallMistake) => void
}

type ShortcodeCode = Extract<Code, `shortcode/${string}`>

export type CallMistake = {
  readonly code: ShortcodeCode
  readonly tag: ShortcodeTag
  readonly reason: string
  readonly hint?: string | undefined
  readonly argument?: string | number | undefined
  readonly severity?: 'warning'
}
