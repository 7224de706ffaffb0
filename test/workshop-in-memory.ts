import type { Kept, Tasks, Workshop } from '../src/base/workshop.ts'

type Shelved = {
  readonly facts: string
  readonly rest: string
  readonly text: string
  readonly notes: ReadonlyMap<string, string>
}

/** What is kept from build to build: what was made, by stage and key. */
export type Shelf = Map<string, Shelved>

export type WorkshopInMemory = Workshop & {
  /** The indexes of what a stage had to make, in order; empty where everything was there. */
  readonly made: (stage: string) => readonly number[]
  /** What stages were gone through. */
  readonly stages: () => readonly string[]
}

/**
 * The workshop of one build, with a cache that is a Map: give the next build's the same shelf. It makes the last thing
 * first, so that nothing can rest on an order, and holds a stage to its contract: names of stages are used once, and a
 * noted question is answered now as it was while it was asked.
 */
export function workshopInMemory(shelf: Shelf = new Map()): WorkshopInMemory {
  const madeBy = new Map<string, number[]>()
  const values = new Map<string, Promise<unknown>>()
  return {
    async each(tasks) {
      if (madeBy.has(tasks.stage)) throw new Error(`Two calls of a build are named ${tasks.stage}`)
      const made: number[] = []
      madeBy.set(tasks.stage, made)
      const kept: Kept[] = new Array(tasks.count)
      for (let index = tasks.count - 1; index >= 0; index--) {
        const name = `${tasks.stage}\n${tasks.keyOf(index)}`
        const before = shelf.get(name)
        const isFresh = before !== undefined && holds(tasks, index, before)
        const shelved = isFresh ? before : await make(tasks, index)
        if (!isFresh) made.unshift(index)
        shelf.set(name, shelved)
        kept[index] = { facts: shelved.facts, rest: () => shelved.rest, text: () => shelved.text }
      }
      return kept
    },
    once<Value>(name: string, get: () => Promise<Value>) {
      const value = values.get(name) ?? get()
      values.set(name, value)
      return value as Promise<Value>
    },
    made: (stage) => madeBy.get(stage) ?? [],
    stages: () => [...madeBy.keys()],
  }
}

function holds(tasks: Tasks, index: number, { notes, facts }: Shelved): boolean {
  const same = [...notes].every(([question, answer]) => answerTo(tasks, index, question) === answer)
  return same && (tasks.isThere?.(index, facts) ?? true)
}

async function make(tasks: Tasks, index: number): Promise<Shelved> {
  const notes = new Map<string, string>()
  const {
    facts,
    rest = '',
    text = '',
  } = await tasks.make(index, (question, answer) => {
    const now = answerTo(tasks, index, question)
    if (now !== answer) throw new Error(`${tasks.stage} noted ${question}: ${answer}, and answers ${now}`)
    notes.set(question, answer)
  })
  return { facts, rest, text, notes }
}

function answerTo({ stage, answer }: Tasks, index: number, question: string): string {
  if (!answer) throw new Error(`${stage} notes a question and answers none`)
  return answer(index, question)
}
