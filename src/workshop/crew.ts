import { Worker } from 'node:worker_threads'
import { restoreFailure } from './failure.ts'
import type { FromThread, ThreadData, ToThread } from './protocol.ts'
import { COUNTERS, type RunResult } from './run-tasks.ts'

/** The program of a thread. It makes the same calls on its own workshop (joinWorkshop) as this one does. */
export type ThreadProgram = {
  readonly file: URL
  readonly data: Readonly<Record<string, unknown>>
}

/** A young generation that stays small is used again and again: new memory is dear, and is kept to the end. */
const YOUNG = 24

export type CrewOptions = {
  readonly program: ThreadProgram
  readonly most: number
  readonly dir: string
}

/** The other threads of a build. */
export type Crew = {
  /** Starts them; once is enough. They catch up with what was told before. */
  readonly start: () => void
  readonly tell: (message: ToThread) => void
  /** What the others have made of a stage, when they are through with it; of one that has died, nothing. */
  readonly collect: (stage: string, counters: Int32Array) => Promise<readonly RunResult[]>
  readonly stop: () => Promise<void>
}

type Thread = {
  readonly worker: Worker
  readonly number: number
  isAlive: boolean
  /** By stage. */
  readonly made: Map<string, RunResult>
}

export function createCrew({ program, most, dir }: CrewOptions): Crew {
  const told: ToThread[] = []
  const threads: Thread[] = []
  let wake = () => {}

  const startThread = (number: number) => {
    const data: ThreadData = { number, dir }
    const worker = new Worker(program.file, {
      workerData: { ...program.data, ...data },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    })
    const thread: Thread = { worker, number, isAlive: true, made: new Map() }
    worker.on('message', ({ stage, bytes, failures }: FromThread) => {
      thread.made.set(stage, { bytes, failures: failures.map(restoreFailure) })
      wake()
    })
    // Whatever ends it, a bug or a lack of memory: what it had taken is done here, and its error is met here.
    const end = () => {
      thread.isAlive = false
      wake()
    }
    worker.once('error', end)
    worker.once('exit', end)
    for (const message of told) worker.postMessage(message)
    threads.push(thread)
  }

  return {
    start() {
      for (let number = threads.length + 1; number <= most; number++) startThread(number)
    },
    tell(message) {
      told.push(message)
      for (const { worker } of threads) worker.postMessage(message)
    },
    async collect(stage, counters) {
      const isAtWork = ({ number, isAlive, made }: Thread) =>
        isAlive && !made.has(stage) && Atomics.load(counters, COUNTERS + number - 1) === 1
      while (threads.some(isAtWork)) await new Promise<void>((resolve) => (wake = resolve))
      return threads.flatMap(({ made }) => {
        const result = made.get(stage)
        made.delete(stage)
        return result ? [result] : []
      })
    },
    async stop() {
      for (const { worker } of threads) worker.removeAllListeners()
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
