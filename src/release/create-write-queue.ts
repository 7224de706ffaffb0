import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createWriter, type Job, type Target, type Written } from './write-artifact.ts'
import type { Answer } from './write-worker.ts'

/** So many files are written here, by when the other thread is there: most sites have no more, and never need it. */
const FIRST = 200

/** Files that go to the other thread at once: a message costs as much as a file. */
const BATCH = 16

/** With so many before it, a file is sooner written here: two cores are two cores. */
const MOST_WAITING = 2 * BATCH

/** What is larger is not worth copying to the other thread, nor keeping until its turn. Bytes. */
const LARGEST = 1_000_000

export type WriteQueue = {
  readonly write: (job: Job) => Promise<Written>
  /** Afterwards nothing is written any more; what is under way fails. */
  readonly stop: () => Promise<void>
}

/** Writes files; where there are many, in a thread of its own as well. */
export function createWriteQueue(target: Target): WriteQueue {
  const write = createWriter(target)
  let count = 0
  let waiting = 0
  let thread: WriteQueue | undefined
  return {
    async write(job) {
      if (count++ >= FIRST && waiting < MOST_WAITING && job.artifact.bytes.length <= LARGEST) {
        thread ??= startThread(target)
        waiting++
        return thread.write(job).finally(() => waiting--)
      }
      // A server that builds while it serves must come to its turn.
      await setImmediate()
      return write(job)
    },
    stop: async () => thread?.stop(),
  }
}

type Waiting = {
  readonly resolve: (written: Written) => void
  readonly reject: (error: unknown) => void
}

function startThread(target: Target): WriteQueue {
  const program = new URL(`./write-worker${path.extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(program, { workerData: target })
  const waiting = new Map<number, Waiting>()
  let batch: (Job & { readonly number: number })[] = []
  let count = 0
  let failure: { readonly error: unknown } | undefined

  const flush = () => {
    if (batch.length > 0) worker.postMessage(batch)
    batch = []
  }
  const fail = (error: unknown) => {
    failure ??= { error }
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (answers: readonly Answer[]) => {
    for (const answer of answers) {
      const { resolve, reject } = waiting.get(answer.number) ?? {}
      waiting.delete(answer.number)
      if ('written' in answer) resolve?.(answer.written)
      else reject?.(Object.assign(new Error(answer.failure.message), answer.failure.facts))
    }
  })
  worker.once('error', fail)
  worker.once('exit', () => fail(new Error('the thread that writes files has ended')))

  return {
    write: (job) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure.error)
        const number = count++
        waiting.set(number, { resolve, reject })
        batch.push({ ...job, artifact: { ...job.artifact, bytes: ownBytes(job.artifact.bytes) }, number })
        if (batch.length >= BATCH) flush()
        // Nothing more has come by then: who writes may be waiting for this one.
        else if (batch.length === 1) globalThis.setImmediate(flush)
      }),
    stop: async () => {
      await worker.terminate()
    },
  }
}

/** To copy a part of a buffer copies all of that. */
const ownBytes = (bytes: Uint8Array) =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes)
