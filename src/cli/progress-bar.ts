import { SingleBar } from 'cli-progress'
import type { Progress } from '../build-progress.ts'

/** Milliseconds before a bar is worth showing. */
const PATIENCE = 1_000

/** A bar that shows itself once the work has taken a second. */
export function createProgressBar() {
  const began = performance.now()
  let bar: SingleBar | undefined
  return {
    update({ done, total }: Progress): void {
      if (performance.now() - began < PATIENCE) return
      if (!bar) {
        bar = new SingleBar({
          format: 'building {bar} {percentage}%',
          barCompleteChar: '━',
          barIncompleteChar: ' ',
          barsize: 30,
          hideCursor: true,
          clearOnComplete: true,
          stream: process.stderr,
        })
        bar.start(total, done)
      }
      bar.setTotal(total)
      bar.update(done)
    },
    stop(): void {
      bar?.stop()
    },
  }
}
