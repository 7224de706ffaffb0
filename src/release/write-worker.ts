import { parentPort, workerData } from 'node:worker_threads'
import { createWriter, type Job, type Target, type Written } from './write-artifact.ts'

/** A job's number, and what came of it; of an error, what Node says of it beside its message. */
export type Answer =
  | { readonly number: number; readonly written: Written }
  | { readonly number: number; readonly failure: { readonly message: string; readonly facts: object } }

// Runs in a thread of its own: files are compressed and written beside the rest of the build.
const write = createWriter(workerData as Target)
parentPort?.on('message', (jobs: readonly (Job & { readonly number: number })[]) => {
  parentPort?.postMessage(jobs.map(answer))
})

function answer({ number, ...job }: Job & { readonly number: number }): Answer {
  try {
    return { number, written: write(job) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // A copied error loses its code.
    return { number, failure: { message: error.message, facts: { ...error } } }
  }
}
