/** What was made of one thing. */
export type Made = {
  /** JSON of what is asked for of everything. */
  readonly facts: string
  /** What is asked for of few things, which is decoded there. */
  readonly rest?: string
  /** What is too large to be held for everything. */
  readonly text?: string
}

/** The same, kept: the rest is decoded and the text is read when they are asked for. Empty where there is none. */
export type Kept = {
  readonly facts: string
  readonly rest: () => string
  readonly text: () => string
}

/**
 * Says that what is being made also depends on something that nobody could know before: on the answer to a question
 * that was asked on the way. The result is used again only while the question has the same answer.
 */
export type Note = (question: string, answer: string) => void

/** Things to be made, each independent of the others. */
export type Tasks = {
  /** What kind of things they are: `page`, `body`. No two calls of a build have the same. */
  readonly stage: string
  readonly count: number
  /** A digest of everything that the result is known to depend on before it is made. The same in every thread. */
  readonly keyOf: (index: number) => string
  readonly make: (index: number, note: Note) => Made | Promise<Made>
  /** What the answer to a noted question is now. Needed where `make` notes any. */
  readonly answer?: (index: number, question: string) => string
  /**
   * Whether what a cached result tells of is still there, where that is outside of the cache (a file of the release
   * before). Called by the thread that started the build.
   */
  readonly isThere?: (index: number, facts: string) => boolean
  /** `here`: only the thread that started the build gets the results, the others nothing. Default: `everywhere`. */
  readonly wanted?: 'everywhere' | 'here'
}

/** Where things are made: from the cache where it has them, else by whichever thread is free. */
export type Workshop = {
  /** Everything that was made, in order. Every thread of a build makes the same calls, and gets the same results. */
  readonly each: (tasks: Tasks) => Promise<readonly Kept[]>
  /** What the thread that started the build gets from the world, for all of them: no two threads may see two disks. */
  readonly once: <Value>(name: string, get: () => Promise<Value>) => Promise<Value>
}

/** One thread without a cache. */
export const alone: Workshop = {
  async each({ count, make }) {
    const made: Kept[] = []
    for (let index = 0; index < count; index++) {
      const { facts, rest = '', text = '' } = await make(index, () => {})
      made.push({ facts, rest: () => rest, text: () => text })
    }
    return made
  },
  once: (_name, get) => get(),
}
