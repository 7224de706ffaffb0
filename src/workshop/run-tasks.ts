import { setImmediate } from 'node:timers/promises'
import type { Made, Tasks } from '../base/workshop.ts'
import { type Block, createBlock } from './block.ts'
import type { TextStore } from './text-store.ts'

/** Tasks that a thread takes at once. They are begun together, so that plugins that wait do not wait in a row. */
const CHUNK = 16

/** What the threads of a stage share: how many tasks are taken, how many are done, and whether one has failed. */
export const counterOf = { taken: 0, done: 1, failed: 2 } as const
export const COUNTERS = 3

export type Run = {
  readonly tasks: Tasks
  /** The tasks that are to be done, by their indices. */
  readonly stale: Uint32Array
  readonly counters: Int32Array
  readonly texts: TextStore
  /** Called after each chunk. */
  readonly onChunk?: () => void
}

export type RunResult = {
  /** What this thread has made. */
  readonly bytes: Uint8Array
  /** The failures of tasks. The first of all threads is always among them: what is taken is done. */
  readonly failures: readonly Failure[]
}

export type Failure = { readonly index: number; readonly error: unknown }

/** Takes tasks and does them until there are none left, or one has failed in any thread. */
export async function runTasks({ tasks, stale, counters, texts, onChunk }: Run): Promise<RunResult> {
  const block = createBlock()
  const failures: Failure[] = []
  const fail = (index: number, error: unknown) => {
    failures.push({ index, error })
    Atomics.store(counters, counterOf.failed, 1)
  }
  while (Atomics.load(counters, counterOf.failed) === 0) {
    const first = Atomics.add(counters, counterOf.taken, CHUNK)
    if (first >= stale.length) break
    const chunk = stale.subarray(first, first + CHUNK)
    const waiting: Promise<void>[] = []
    for (const index of chunk) {
      try {
        const pending = doTask(tasks, index, { block, texts })
        if (pending) waiting.push(pending.catch((error: unknown) => fail(index, error)))
      } catch (error) {
        fail(index, error)
      }
    }
    if (waiting.length > 0) await Promise.all(waiting)
    Atomics.add(counters, counterOf.done, chunk.length)
    onChunk?.()
    // A server that builds while it serves must come to its turn.
    await setImmediate()
  }
  texts.flush()
  return { bytes: block.bytes(), failures }
}

type Stores = { readonly block: Block; readonly texts: TextStore }

/** At once where the task does not wait for anything: most do not, and a promise for each would be felt. */
function doTask(tasks: Tasks, index: number, { block, texts }: Stores): Promise<void> | undefined {
  const notes: (readonly [string, string])[] = []
  const keep = ({ facts, rest = '', text }: Made) => {
    const key = fullKey(tasks, index)
    block.add({ index, key, notes, facts, rest, text: text === undefined ? undefined : texts.put(text) })
  }
  const made = tasks.make(index, (question, answer) => {
    if (!notes.some(([asked]) => asked === question)) notes.push([question, answer])
  })
  if (made instanceof Promise) return made.then(keep)
  keep(made)
  return undefined
}

/** Stages may have tasks of one key. */
export const fullKey = ({ stage, keyOf }: Tasks, index: number): string => `${stage} ${keyOf(index)}`
