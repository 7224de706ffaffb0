import { parentPort, workerData } from 'node:worker_threads'
import type { AssistData } from './build.ts'
import { loadConfig } from './config/load-config.ts'
import { digestGround } from './ground.ts'
import { listFiles } from './output/list-files.ts'
import { planSite } from './plan.ts'
import { createWriter } from './release/create-writer.ts'
import type { WriteTarget } from './release/write-target.ts'
import { joinWorkshop } from './workshop/join-workshop.ts'
import type { ThreadData } from './workshop/protocol.ts'
import { writeFiles } from './write-files.ts'

/**
 * The program of a thread that helps with a build: it goes through the same stages over the same site, makes what the
 * others have not taken, and writes into the release that they write into. It looks for no mistakes.
 */
async function assist({ root, brokenLinks, ...data }: AssistData & ThreadData): Promise<void> {
  if (!parentPort) throw new TypeError('a thread that helps is started by another')
  const { now, show, ground } = data
  const config = { ...(await loadConfig(root)), brokenLinks }
  // The config was changed meanwhile, or it was never that of the file: whoever has begun does without help.
  if ((await digestGround(config, now)) !== ground) return
  const workshop = joinWorkshop(parentPort, data)
  const plan = await planSite({ config, now, show, workshop, ground, isHelper: true })
  const target = await workshop.once<WriteTarget>('target', leftToTheFirst)
  const files = listFiles({
    ...plan,
    aliases: plan.redirects.pages,
    ground,
    now,
    readCard: leftToTheFirst,
  })
  await writeFiles(files, { workshop, writer: createWriter(target) })
}

function leftToTheFirst(): never {
  throw new TypeError('the thread that has begun does this')
}

await assist(workerData as AssistData & ThreadData)
