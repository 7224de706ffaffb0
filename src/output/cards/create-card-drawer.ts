import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { SiteError } from '../../base/site-error.ts'
import type { Card, PlannedCard } from './card.ts'

export type CardJob = { readonly card: Card; readonly file: string }

/** Cards that are being drawn, in a thread of their own. */
export type CardDrawer = {
  /** Draws those that the cache does not have, and lets go of what no page needs. To be called once. */
  readonly begin: (cards: readonly PlannedCard[]) => void
  /** The image of a card, when all are drawn. @throws SiteError output/card */
  readonly read: (card: PlannedCard) => Promise<Uint8Array>
  readonly stop: () => void
}

export function createCardDrawer(root: string): CardDrawer {
  const folder = path.join(root, '.inkseal/cache/cards')
  const fileOf = ({ key }: PlannedCard) => path.join(folder, `${key}.png`)
  const stopped = new AbortController()
  let drawing = Promise.resolve()

  const draw = async (cards: readonly PlannedCard[]) => {
    const kept = new Set(await readdir(folder).catch(() => []))
    const needed = new Map(cards.map((card) => [`${card.key}.png`, card]))
    const missing = [...needed].filter(([name]) => !kept.has(name)).map(([, card]) => card)
    const jobs = missing.map((card) => ({ card: card.card, file: fileOf(card) }))
    if (jobs.length > 0) await runWorker(jobs, stopped.signal)
    for (const name of kept) if (!needed.has(name)) await rm(path.join(folder, name), { force: true })
  }

  return {
    begin: (cards) => {
      drawing = draw(cards)
      // Who reads a card is told; a build that fails for another reason reads none.
      drawing.catch(() => {})
    },
    read: async (card) => {
      await drawing
      return readFile(fileOf(card))
    },
    stop: () => stopped.abort(),
  }
}

function runWorker(jobs: readonly CardJob[], signal: AbortSignal): Promise<void> {
  const program = new URL(`./card-worker${path.extname(import.meta.url)}`, import.meta.url)
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(failure(undefined))
    const worker = new Worker(program, { workerData: { jobs } })
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop, { once: true })
    worker.once('error', (cause: unknown) => reject(failure(cause)))
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (code === 0) resolve()
      else reject(failure(undefined))
    })
  })
}

function failure(cause: unknown): SiteError {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'the drawing was ended'
  return new SiteError(
    {
      code: 'output/card',
      message: `Cannot draw the social cards: ${reason.replace(/\.$/, '')}`,
      hint: 'Set `cards: false` in the config to publish without them',
    },
    { cause },
  )
}
