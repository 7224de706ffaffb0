import type { CopiedFailure } from './failure.ts'

/** What the thread that started a build tells the others. All of it is kept for those that come later. */
export type ToThread =
  | { readonly type: 'once'; readonly name: string; readonly value: unknown }
  /** A stage begins, or goes on with what a thread that died has left. Both arrays are shared memory. */
  | {
      readonly type: 'stage'
      readonly stage: string
      readonly stale: Uint32Array
      readonly counters: Int32Array
    }
  /** A stage has ended. */
  | {
      readonly type: 'results'
      readonly stage: string
      readonly blocks: readonly Uint8Array[]
      readonly places: Uint32Array
    }

/** What a thread tells the one that started the build: what it has made in a stage. */
export type FromThread = {
  readonly stage: string
  readonly bytes: Uint8Array
  readonly failures: readonly CopiedFailure[]
}

/** What a thread is started with, beside what the program wants. */
export type ThreadData = {
  /** From 1; also the number of the text file that it appends to. */
  readonly number: number
  /** The cache's folder. */
  readonly dir: string
}
