import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { SiteError } from '../../src/base/site-error.ts'
import type { Workshop } from '../../src/base/workshop.ts'
import { joinWorkshop } from '../../src/workshop/join-workshop.ts'

export type Squares = {
  readonly count: number
  /** At this task a thread that helps dies, or any thread fails. */
  readonly dieAt?: number
  readonly failAt?: readonly number[]
}

/** A program that every thread of a test runs: the squares of numbers, and then the sums of neighbours. */
export async function makeSquares(workshop: Workshop, { count, dieAt, failAt = [] }: Squares) {
  const factor = await workshop.once('factor', async () => 3)
  const squares = await workshop.each({
    stage: 'squares',
    count,
    keyOf: (index) => `${index}`,
    make: (index) => {
      if (index === dieAt && !isMainThread) process.exit(1)
      if (failAt.includes(index))
        throw new SiteError({ code: 'theme/render', message: `Cannot square ${index}`, hint: 'Take another' })
      // Long enough for every thread to come to its turn.
      const until = performance.now() + 0.3
      while (performance.now() < until);
      return {
        facts: JSON.stringify({ square: index * index * factor, isMain: isMainThread }),
        text: `text ${index}: ${'é'.repeat(index % 50)}`,
      }
    },
  })
  const values = squares.map(({ facts, text }) => ({ ...JSON.parse(facts), text: text() }))
  const sums = await workshop.each({
    stage: 'sums',
    count: count - 1,
    keyOf: (index) => `${index}`,
    make: async (index) => ({ facts: String(values[index].square + values[index + 1].square) }),
  })
  return { values, sums: sums.map(({ facts }) => Number(facts)) }
}

if (!isMainThread && parentPort) await makeSquares(joinWorkshop(parentPort, workerData), workerData.squares)
