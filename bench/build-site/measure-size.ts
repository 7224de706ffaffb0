import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkOutput, editPost } from './check-output.ts'
import { type Floor, measureFloor } from './measure-floor.ts'
import { type Run, runMeasured } from './run-measured.ts'
import type { Tool } from './tool.ts'

/** What is done, in this order in every round. */
export const works = ['cold', 'nothing changed', 'one post changed'] as const

export type Work = (typeof works)[number]

/** One run of each round, in order. */
type Measured = { readonly tool: string; readonly work: Work; readonly runs: readonly Run[] }

export type Size = {
  readonly posts: number
  readonly measured: readonly Measured[]
  /** One of each round, where the floor was asked for. */
  readonly floors: readonly Floor[]
}

export type SizeOptions = {
  readonly posts: number
  readonly rounds: number
  /** Inkseal first. */
  readonly tools: readonly Tool[]
  readonly hasFloor: boolean
  /** A folder of its own, removed afterwards. */
  readonly folder: string
  readonly writePosts: (folder: string) => void
  readonly tell: (line: string) => void
}

/**
 * Has every tool make the same site, round by round. The tools take turns, each time in the other order, so that a
 * slow moment of the machine hits all of them. What they make is looked at: who leaves work out is no rival.
 */
export async function measureSize(options: SizeOptions): Promise<Size> {
  const { posts, rounds, tools, hasFloor, folder, tell } = options
  const sites = new Map(tools.map((tool) => [tool, prepareSite(tool, options)] as const))
  const measured = tools.flatMap((tool) =>
    works.map((work) => ({ tool: tool.name, work, runs: [] as Run[] })),
  )
  const floors: Floor[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const turns = round % 2 === 0 ? [...sites] : [...sites].reverse()
      for (const work of works) {
        for (const [tool, site] of turns) {
          const run = await runOnce({ tool, site, work, round })
          measured.find((one) => one.tool === tool.name && one.work === work)?.runs.push(run)
          tell(
            `${posts} posts, round ${round + 1}, ${tool.name}, ${work}: ${Math.round(run.milliseconds)} ms`,
          )
        }
      }
      const [inkseal] = sites
      if (hasFloor && inkseal) {
        const [tool, site] = inkseal
        const release = realpathSync(path.join(site, tool.leaves[0]))
        floors.push(measureFloor(path.join(site, 'content'), release, folder))
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { posts, measured, floors }
}

function prepareSite(tool: Tool, { folder, writePosts }: SizeOptions): string {
  const site = path.join(folder, tool.name.replaceAll(/\W+/g, '-').toLowerCase())
  mkdirSync(site, { recursive: true })
  tool.prepare(site)
  writePosts(path.join(site, 'content/posts'))
  return site
}

type Once = {
  readonly tool: Tool
  readonly site: string
  readonly work: Work
  readonly round: number
}

async function runOnce({ tool, site, work, round }: Once): Promise<Run> {
  const { command, env, leaves } = tool
  if (work === 'cold')
    for (const name of leaves) rmSync(path.join(site, name), { recursive: true, force: true })
  const confirm = work === 'one post changed' ? editPost(tool, site, round) : () => checkOutput(tool, site)
  const run = await runMeasured({ command, cwd: site, env })
  confirm()
  return run
}
