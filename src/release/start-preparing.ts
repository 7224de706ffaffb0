import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Base } from './base.ts'
import type { PrepareOrder, PrepareReport } from './prepare-base.ts'

export type Preparing = {
  /** The files of the release before that are not as they were written, as soon as that is known. */
  readonly edited: () => ReadonlySet<string> | undefined
  /** The folder for the new release, when it is ready. Until then, the thread is at work in it. */
  readonly base: Promise<Base>
}

/** Has another thread prepare the folder of a release, while what will change in it is still made. */
export function startPreparing(order: PrepareOrder): Preparing {
  const program = new URL(`./prepare-base${path.extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(program, { workerData: order })
  let edited: ReadonlySet<string> | undefined
  const base = new Promise<Base>((resolve, reject) => {
    worker.on('message', (report: PrepareReport) => {
      if ('base' in report) resolve(report.base)
      else edited = report.edited
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that prepares the release has ended')))
  })
  // It is told to whoever waits for the folder; nobody may.
  base.catch(() => {})
  return { edited: () => edited, base }
}
