import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { digestOf } from '../../src/base/digest-of.ts'
import type { Workshop } from '../../src/base/workshop.ts'
import { digestConfig } from '../../src/config/digest-config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { loadSite } from '../../src/content/load-site.ts'
import { renderAll } from '../../src/markdown/render-all.ts'
import { claimFiles } from '../../src/output/claim-files.ts'
import type { Edition } from '../../src/output/edition.ts'
import { listDocuments } from '../../src/output/list-documents.ts'
import { listFiles } from '../../src/output/list-files.ts'
import { listStatic } from '../../src/output/read-static.ts'
import { createRedirects } from '../../src/output/redirects/create-redirects.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { shortcodesKey } from '../../src/theme/reads-of.ts'
import { type Shelf, workshopInMemory } from '../workshop-in-memory.ts'

export type Files = Readonly<Record<string, string>>

/** What came out of a build: the digests of all files, and the paths of those that had to be made. */
type Outcome = { readonly files: ReadonlyMap<string, string>; readonly made: readonly string[] }

/** A site on the disk, built again and again with one cache. */
export type TestSite = {
  readonly write: (files: Files) => Promise<void>
  readonly remove: (file: string) => Promise<void>
  /** With what was kept before, or with nothing. `now` is in milliseconds since 1970. */
  readonly build: (from: 'cache' | 'nothing', now: number) => Promise<Outcome>
  readonly dispose: () => Promise<void>
}

export async function testSite(files: Files): Promise<TestSite> {
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'inkseal-files-')))
  const shelf: Shelf = new Map()
  const write = async (written: Files) => {
    for (const [name, text] of Object.entries(written)) {
      const file = path.join(root, name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, text)
    }
  }
  await write(files)
  return {
    write,
    remove: (file) => rm(path.join(root, file)),
    build: (from, now) => buildFiles(root, { now, shelf: from === 'cache' ? shelf : new Map() }),
    dispose: () => rm(root, { recursive: true }),
  }
}

type BuildContext = { readonly now: number; readonly shelf: Shelf }

/** The stages as `planSite` has them, without cards and without what is remembered of addresses. */
async function buildFiles(root: string, { now, shelf }: BuildContext): Promise<Outcome> {
  const workshop = workshopInMemory(shelf)
  const config = await loadConfig(root)
  const ground = await digestConfig(config)
  const theme = await loadTheme({ root, name: config.theme, version: 'test' })
  const { shortcodes } = theme
  const loaded = await loadSite(config, { now, show: ['draft'], workshop, ground })
  const { sites } = loaded
  const editions: Edition[] = []
  for (const site of sites) {
    const shortcodesDigest = shortcodesKey(theme, now)
    const { rendered, errors } = await renderAll({ site, shortcodes, shortcodesDigest, workshop, ground })
    if (errors.length > 0) throw new Error(errors[0]?.message)
    editions.push({ site, rendered })
  }
  const cardOf = () => undefined
  const documents = editions.flatMap((edition) =>
    listDocuments({ edition, sites, theme, cardOf, ground, now }),
  )
  const statics = await listStatic(config)
  const { claims } = claimFiles({ sites, theme, documents, statics })
  const { pages: aliases } = createRedirects({ sites, documents, claims })
  const readCard = () => Promise.reject(new Error('there are no cards'))
  const tasks = listFiles({ editions, theme, documents, aliases, statics, cards: [], readCard, ground, now })
  return runTasks(tasks, workshop)
}

async function runTasks(tasks: ReturnType<typeof listFiles>, workshop: Workshop): Promise<Outcome> {
  const taskAt = (index: number) => {
    const task = tasks[index]
    if (!task) throw new Error(`there is no file ${index}`)
    return task
  }
  const made: string[] = []
  const kept = await workshop.each({
    stage: 'file',
    count: tasks.length,
    keyOf: (index) => taskAt(index).key(),
    make: async (index, note) => {
      const task = taskAt(index)
      made.push(task.path)
      const { bytes, ...entry } = await task.make(note)
      return { facts: JSON.stringify([entry, digestOf(bytes)]) }
    },
    answer: (index, question) => taskAt(index).answer(question),
  })
  const files = new Map(tasks.map(({ path: file }, index) => [file, kept[index]?.facts ?? '']))
  return { files, made: made.sort() }
}
