import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { SiteError } from '../../base/site-error.ts'
import type { Card, PlannedCard } from './card.ts'

export type CardJob = { readonly card: Card; readonly file: string }

export type DrawnCards = {
  /** The image of a card. */
  readonly read: (card: PlannedCard) => Promise<Uint8Array>
}

/**
 * Draws the cards that the cache does not have, in a thread of its own, and lets go of those that no page needs.
 *
 * @throws SiteError output/card
 */
export async function drawCards(root: string, cards: readonly PlannedCard[]): Promise<DrawnCards> {
  const folder = path.join(root, '.inkseal/cache/cards')
  const fileOf = ({ key }: PlannedCard) => path.join(folder, `${key}.png`)
  const kept = new Set(await readdir(folder).catch(() => []))
  const needed = new Map(cards.map((card) => [`${card.key}.png`, card]))
  const missing = [...needed].filter(([name]) => !kept.has(name)).map(([, card]) => card)
  if (missing.length > 0) await runWorker(missing.map((card) => ({ card: card.card, file: fileOf(card) })))
  for (const name of kept) if (!needed.has(name)) await rm(path.join(folder, name), { force: true })
  return { read: (card) => readFile(fileOf(card)) }
}

function runWorker(jobs: readonly CardJob[]): Promise<void> {
  const program = new URL(`./card-worker${path.extname(import.meta.url)}`, import.meta.url)
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { jobs } })
    worker.once('error', (cause: unknown) => reject(failure(cause)))
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(failure(undefined))))
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
