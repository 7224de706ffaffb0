import type { Tasks, Workshop } from '../base/workshop.ts'
import type { RecordView } from './block.ts'
import { type CacheOptions, openCache } from './cache.ts'
import { type Crew, createCrew, type ThreadProgram } from './crew.ts'
import { firstFailure } from './failure.ts'
import { keptAt, NOWHERE, noPlaces, placeRecords } from './results.ts'
import { COUNTERS, counterOf, fullKey, runTasks } from './run-tasks.ts'
import { openTextStore } from './text-store.ts'

export type WorkshopOptions = CacheOptions & {
  /** The cache's folder, in which nothing else lies. */
  readonly dir: string
  /** What other threads run, and how many of them at most. Without it, all is done here. */
  readonly threads?: { readonly program: ThreadProgram; readonly most: number } | undefined
  /** Called with the number of tasks that are done in the stage at work, in all threads. */
  readonly onDone?: (stage: string, done: number) => void
}

export type OpenWorkshop = Workshop & {
  /** Ends the threads and keeps what was made, also where the build has failed: it was right, and is made once. */
  readonly close: (outcome: { readonly isWhole: boolean }) => Promise<void>
}

/** To load the program takes a thread as long as so many pages take. */
const WORTH_A_THREAD = 150

/** Where a build's things are made: taken from the cache, else made in this thread and, where there are many, in others. */
export function createWorkshop({ dir, limit, threads, onDone }: WorkshopOptions): OpenWorkshop {
  const cache = openCache(dir, { ...(limit !== undefined && { limit }) })
  const texts = openTextStore(dir, 0)
  const crew: Crew | undefined = threads && createCrew({ ...threads, dir })
  const used = new Set<string>()
  const made: Uint8Array[] = []

  return {
    async each(tasks) {
      const { stage, count } = tasks
      const places = noPlaces(count)
      const stale: number[] = []
      for (let index = 0; index < count; index++) {
        const key = cache.isEmpty ? '' : fullKey(tasks, index)
        const start = cache.find(key)
        if (start !== undefined && isFresh(cache.view(start), tasks, index)) {
          used.add(key)
          places[2 * index] = 0
          places[2 * index + 1] = start
        } else stale.push(index)
      }
      const blocks = [cache.bytes]
      const take = (bytes: Uint8Array) => {
        if (bytes.length === 0) return
        for (const key of placeRecords(places, bytes, blocks.length)) used.add(key)
        blocks.push(bytes)
        made.push(bytes)
      }
      if (stale.length >= WORTH_A_THREAD) crew?.start()
      let left: readonly number[] = stale
      // Once more where a thread has died with what it had taken.
      while (left.length > 0) {
        const shared = new Uint32Array(new SharedArrayBuffer(4 * left.length))
        shared.set(left)
        const counters = new Int32Array(new SharedArrayBuffer(4 * (COUNTERS + (threads?.most ?? 0))))
        crew?.tell({ type: 'stage', stage, stale: shared, counters })
        const own = await runTasks({
          tasks,
          stale: shared,
          counters,
          texts,
          ...(onDone && { onChunk: () => onDone(stage, Atomics.load(counters, counterOf.done)) }),
        })
        const others = (await crew?.collect(stage, counters)) ?? []
        const all = [own, ...others]
        const failure = firstFailure(all.flatMap(({ failures }) => failures))
        for (const { bytes } of all) take(bytes)
        if (failure) throw failure
        left = left.filter((index) => places[2 * index] === NOWHERE)
      }
      if (tasks.wanted !== 'here') crew?.tell({ type: 'results', stage, blocks, places })
      return keptAt({ blocks, places }, texts)
    },

    async once(name, get) {
      const value = await get()
      crew?.tell({ type: 'once', name, value })
      return value
    },

    async close({ isWhole }) {
      await crew?.stop()
      texts.close()
      cache.close(made, isWhole ? used : undefined)
    },
  }
}

/** Whether a cached result would be made the same now. */
function isFresh(record: RecordView, { answer, isThere }: Tasks, index: number): boolean {
  return (
    record.notes().every(([question, before]) => answer?.(index, question) === before) &&
    (isThere?.(index, record.facts) ?? true)
  )
}
