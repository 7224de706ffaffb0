import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createCopier } from './copy-site.ts'
import type { Edit } from './edit.ts'
import { buildSite, differenceOf, isFailure, type Outcome } from './outcome.ts'
import { createRandom } from './random.ts'
import { type Changes, openWorkspace } from './workspace.ts'
import { writeSite } from './write-site.ts'

export type EditsOptions = {
  /** An empty folder. */
  readonly folder: string
  readonly seed: number
  readonly count: number
  readonly edits: readonly Edit[]
  /** How the edited site is built; the copies are built cleanly. */
  readonly build: (root: string, now: number) => Promise<Outcome>
  /** Called with what is done, before it is known what comes of it. */
  readonly tell: (line: string) => void
}

export type EditsReport = {
  /** How many edits no build could be made of. */
  readonly failures: number
  /** What the last edit left wrong; undefined where every build was right. */
  readonly difference: string | undefined
}

/**
 * Edits a site at random. After each edit the site is built where it lies, with all that the builds before have left
 * there, and cleanly in a copy: both must come to the same. An edit that makes both fail is taken back.
 */
export async function runEdits(options: EditsOptions): Promise<EditsReport> {
  const { folder, seed, count, edits, build, tell } = options
  const root = path.join(folder, 'edited')
  const copy = path.join(folder, 'copy')
  for (const name of [root, copy]) mkdirSync(name)
  const random = createRandom(seed)
  const site = openWorkspace(root, Date.UTC(2026, 10, 24, 8, 30))
  writeSite(site, random)
  const copySite = createCopier(root, copy)
  const history: Changes[] = []
  let failures = 0
  for (let number = 0; number <= count; number++) {
    tell(`${number} ${number === 0 ? 'the first build' : editOnce()}`)
    copySite()
    const built = await build(root, site.now())
    const difference = differenceOf(built, await buildSite(copy, site.now()))
    if (difference !== undefined) return { failures, difference }
    const changes = site.take()
    if (isFailure(built)) {
      if (number === 0) throw new Error(`the site cannot be built: ${[...built.values()].join()}`)
      failures++
      const told = [...built.values()].map(String).find((text) => text.includes('"severity": "error"'))
      tell(`  ${told?.replaceAll(/\s+/g, ' ')}`)
      site.advance(changes.now - site.now())
      site.restore(changes, 'new times')
      site.take()
    } else history.push(changes)
  }
  return { failures, difference: undefined }

  function editOnce(): string {
    const earlier = history.filter(({ files }) => files.size > 0)
    if (earlier.length > 0 && random.chance(0.06)) {
      const changes = random.pick(earlier.slice(-20))
      const times = random.pick(['old times', 'new times'] as const)
      site.restore(changes, times)
      return `reverted: ${[...changes.files.keys()].join(', ')}, ${times}`
    }
    for (;;) {
      const edit = random.pick(edits)
      const told = edit.apply(site, random)
      if (told !== undefined) return `${edit.name} (${told})`
    }
  }
}
