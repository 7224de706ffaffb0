import type { MessagePort } from 'node:worker_threads'
import type { Workshop } from '../base/workshop.ts'
import { copyFailure } from './failure.ts'
import type { FromThread, ThreadData, ToThread } from './protocol.ts'
import { keptAt } from './results.ts'
import { COUNTERS, runTasks } from './run-tasks.ts'
import { openTextStore } from './text-store.ts'

/** The workshop of a thread that helps: what it makes goes to the thread that started it, and all results come from there. */
export function joinWorkshop(port: MessagePort, { number, dir }: ThreadData): Workshop {
  const texts = openTextStore(dir, number)
  const inbox = createInbox(port)
  return {
    async each(tasks) {
      const { stage } = tasks
      // Where no results come, because nobody here wants them, the thread is ended before long.
      for (;;) {
        const message = await inbox.take(`stage ${stage}`)
        if (message.type === 'results') return keptAt(message, texts)
        if (message.type !== 'stage') throw new TypeError(`${message.type} is no word of a stage`)
        const { stale, counters } = message
        Atomics.store(counters, COUNTERS + number - 1, 1)
        const { bytes, failures } = await runTasks({ tasks, stale, counters, texts })
        const answer: FromThread = { stage, bytes, failures: failures.map(copyFailure) }
        port.postMessage(answer)
      }
    },
    async once<Value>(name: string) {
      const message = await inbox.take(`once ${name}`)
      if (message.type !== 'once') throw new TypeError(`${message.type} is no answer to once`)
      return message.value as Value
    },
  }
}

/** Messages in order, by what they are about. */
function createInbox(port: MessagePort) {
  const come = new Map<string, ToThread[]>()
  const waiting = new Map<string, () => void>()
  port.on('message', (message: ToThread) => {
    const subject = message.type === 'once' ? `once ${message.name}` : `stage ${message.stage}`
    come.set(subject, [...(come.get(subject) ?? []), message])
    waiting.get(subject)?.()
  })
  return {
    async take(subject: string): Promise<ToThread> {
      for (;;) {
        const message = come.get(subject)?.shift()
        if (message) return message
        await new Promise<void>((resolve) => waiting.set(subject, resolve))
      }
    },
  }
}
