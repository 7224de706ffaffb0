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
  /** Called with the number of things of a stage that are there, made by any thread or kept. */
  readonly onDone?: (stage: string, done: number) => void
}

export type OpenWorkshop = Workshop & {
  /** Ends the threads and keeps what was made, also where the build has failed: it was right, and is made once. */
  readonly close: (outcome: { readonly isWhole: boolean }) => Promise<void>
}

/** To load the program, and to have it compiled well, takes a thread as long as so many pages take. */
const WORTH_A_THREAD = 1500

/** Where a build's things are made: taken from the cache, else made in this thread and, where there are many, in others. */
export function createWorkshop({ dir, limit, threads, onDone }: WorkshopOptions): OpenWorkshop {
  const cache = openCache(dir, { ...(limit !== undefined && { limit }) })
  const texts = openTextStore(dir, 0)
  const crew: Crew | undefined = threads && createCrew({ ...threads, dir })
  const used = new Set<string>()
  const made: Uint8Array[] = []

  /** What is in the cache and still right goes into `places`; the others are given. */
  const takeCached = (tasks: Tasks, places: Uint32Array): readonly number[] => {
    const stale: number[] = []
    for (let index = 0; index < tasks.count; index++) {
      const key = cache.isEmpty ? '' : fullKey(tasks, index)
      const start = cache.find(key)
      if (start !== undefined && isFresh(cache.view(start), tasks, index)) {
        used.add(key)
        places[2 * index] = 0
        places[2 * index + 1] = start
      } else stale.push(index)
    }
    return stale
  }

  /** Does tasks in all threads. What a thread that dies had taken is left over. */
  const doTasks = async (tasks: Tasks, indices: readonly number[]): Promise<readonly Uint8Array[]> => {
    const { stage } = tasks
    const stale = new Uint32Array(new SharedArrayBuffer(4 * indices.length))
    stale.set(indices)
    const counters = new Int32Array(new SharedArrayBuffer(4 * (COUNTERS + (threads?.most ?? 0))))
    const kept = tasks.count - indices.length
    const onChunk = () => onDone?.(stage, kept + Atomics.load(counters, counterOf.done))
    crew?.tell({ type: 'stage', stage, stale, counters })
    const own = await runTasks({ tasks, stale, counters, texts, onChunk })
    const all = [own, ...((await crew?.collect(stage, counters)) ?? [])]
    made.push(...all.map(({ bytes }) => bytes))
    const failure = firstFailure(all.flatMap(({ failures }) => failures))
    if (failure) throw failure
    return all.map(({ bytes }) => bytes).filter(({ length }) => length > 0)
  }

  return {
    async each(tasks) {
      const { stage, count, wanted } = tasks
      const places = noPlaces(count)
      const blocks = [cache.bytes]
      let stale = takeCached(tasks, places)
      if (stale.length >= WORTH_A_THREAD) crew?.start()
      while (stale.length > 0) {
        for (const bytes of await doTasks(tasks, stale)) {
          for (const key of placeRecords(places, bytes, blocks.length)) used.add(key)
          blocks.push(bytes)
        }
        stale = stale.filter((index) => places[2 * index] === NOWHERE)
      }
      onDone?.(stage, count)
      if (wanted !== 'here') crew?.tell({ type: 'results', stage, blocks, places })
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
    record.notes.every(([question, before]) => answer?.(index, question) === before) &&
    (isThere?.(index, record.facts) ?? true)
  )
}
