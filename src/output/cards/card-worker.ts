import { workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { mapConcurrent } from '../../base/map-concurrent.ts'
import { writeAtomic } from '../../base/write-atomic.ts'
import type { CardJob } from './create-card-drawer.ts'
import { drawCard } from './draw-card.ts'
import { loadTypeface } from './typeface.ts'

// Runs in a thread of its own: letters are drawn beside the rest of the build, and only where a card is missing.
const { jobs } = workerData as { readonly jobs: readonly CardJob[] }
const [bold, plain] = await Promise.all([loadTypeface(600), loadTypeface(400)])
await mapConcurrent(jobs, 4, async ({ card, file }) => {
  const png = await sharp(Buffer.from(drawCard(card, { bold, plain })))
    .removeAlpha()
    .png()
    .toBuffer()
  await writeAtomic(file, png)
})
